//! The footer of every page.

use leptos::prelude::*;

use crate::{ctx::use_ctx, route::Route};

#[component]
pub fn Footer() -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let links = [
        (Route::About, common.about),
        (Route::Accessibility, common.accessibility),
        (Route::Privacy, common.privacy),
        (Route::Data, common.data),
        (Route::Embed, common.embed),
        (Route::Submit, common.submit),
    ];
    let items: Vec<_> =
        links.into_iter().map(|(route, text)| view! { <li><a href=ctx.href(&route)>{text}</a></li> }).collect();
    view! {
        <footer class="footer">
            <div class="wrap footer__row">
                <p class="footer__mark"><bdi dir="ltr" translate="no">"#ICT4SDG"</bdi>" · "{common.campaign}</p>
                <p>{common.disclaimer}</p>
                <p>{common.licence}</p>
                <nav aria-label=common.footer_label><ul class="footer__links">{items}</ul></nav>
            </div>
        </footer>
    }
    .into_any()
}
