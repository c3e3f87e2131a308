//! Ways to share a page: plain links that work without script, and, with it, the system's own sheet and the clipboard.
//! Nothing is loaded from anybody before the reader follows a link.

use leptos::prelude::*;

use super::words::Icon;
use crate::{
    ctx::use_ctx,
    domain::{text::in_query, texts::ShareTexts},
    route::asset,
};

/// Where people share, by their own names, and the address that begins a message there: `{u}` and `{t}` are filled.
const NETWORKS: [(&str, &str); 6] = [
    ("WhatsApp", "https://api.whatsapp.com/send?text={t}%20{u}"),
    ("Telegram", "https://t.me/share/url?url={u}&text={t}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={u}"),
    ("X", "https://x.com/intent/post?text={t}&url={u}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={u}"),
    ("微博", "https://service.weibo.com/share/share.php?url={u}&title={t}"),
];

/// `title` is what is shared with the address; `qr` tells whether the page has a QR code and,
/// where there are any, a short address.
#[component]
pub fn ShareBar(title: String, text: ShareTexts, qr: bool) -> impl IntoView {
    let ctx = use_ctx();
    let page = ctx.page();
    if page.is_embedded() {
        return ().into_any();
    }
    let path = ctx.href(&page.route);
    let url = format!("{}{path}", page.origin);
    let fill = |template: &str| template.replace("{u}", &in_query(&url)).replace("{t}", &in_query(&title));
    let networks: Vec<_> = NETWORKS
        .into_iter()
        .map(|(name, template)| {
            view! { <li><a class="chip" href=fill(template) rel="external noreferrer nofollow" translate="no">{name}</a></li> }
        })
        .collect();
    let short = page.route.short().filter(|_| qr).map(|path| format!("{}{}{path}", page.origin, page.base));
    let mail = format!("mailto:?subject={}&body={}", in_query(&title), in_query(&format!("{title}\n{url}")));
    let picture = asset(&page.base, &page.route.picture(page.lang, "svg"));
    // The application answers the buttons (`browser/share.rs`).
    let button = |what: &'static str, name: String| {
        view! { <li class=format!("share__{what}")><button class="chip" type="button" data-share=what>{name}</button></li> }
    };
    view! {
        <section class="share" aria-label=text.label.clone() data-title=title.clone() data-copied=text.copied data-failed=text.copy_failed>
            <h2 class="share__label">{text.label.clone()}</h2>
            <ul class="share__ways share__ways--script">
                {button("sheet", text.system)}
                {button("link", text.copy_link)}
                {button("both", text.copy_both)}
            </ul>
            <ul class="share__ways">
                <li><a class="chip" href=mail><Icon id="mail"/>{text.email}</a></li>
                {networks}
            </ul>
            <span class="share__answer" aria-hidden="true"></span>
            {qr.then(|| view! {
                <details class="share__qr">
                    <summary class="chip">{text.qr}</summary>
                    <img src=picture alt=text.qr_alt width="200" height="200" loading="lazy" decoding="async"/>
                </details>
            })}
            {short.map(|address| {
                let link = view! { <a href=address.clone() dir="ltr">{address.clone()}</a> };
                view! { <p class="share__note">{text.short}": "{link}</p> }
            })}
            <p class="share__note">{text.networks}</p>
        </section>
    }
    .into_any()
}
