//! Of the explorer, what stands still: the tour, and what can be taken away. `public/explorer.js` makes both work; the
//! application loads it when one of these buttons is pressed.

use leptos::prelude::*;

use crate::{
    domain::texts::Help,
    page::{Kept, Matrix},
    route::asset,
};

/// Buttons whose work is done by the script named in `data-script`.
const SCRIPT: &str = "explorer.js";

/// Files and copies of what is shown.
pub fn take_away(matrix: &Matrix, base: &str, campaign: &str, licence: &str) -> AnyView {
    let (Kept(Some(text)), Kept(Some(sheet))) = (&matrix.help, &matrix.sheet) else { return ().into_any() };
    let script = asset(base, SCRIPT);
    let file = |kind: &'static str, name: &String| {
        view! { <li><button class="chip" type="button" data-script=script.clone() data-export=kind>{name.clone()}</button></li> }.into_any()
    };
    let copy = |kind: &'static str, name: &String| {
        view! { <li><button class="chip" type="button" data-script=script.clone() data-take=kind>{name.clone()}</button></li> }.into_any()
    };
    // Shown where the system has one, as in the share bar of other pages.
    let sheet = view! {
        <li class="share__sheet"><button class="chip" type="button" data-script=script.clone() data-take="sheet">{sheet.clone()}</button></li>
    };
    let items = vec![
        file("csv", &text.export_csv),
        file("json", &text.export_json),
        file("svg", &text.export_svg),
        file("png", &text.export_png),
        copy("text", &text.copy_text),
        copy("table", &text.copy_table),
        copy("print", &text.print),
    ];
    view! {
        <details
            class="take"
            data-title=matrix.text.heading.clone()
            data-campaign=campaign.to_owned()
            data-licence=licence.to_owned()
            data-as-of=matrix.as_of.clone()
            data-base=base.to_owned()
            data-done=text.copied_what.clone()
            data-failed=text.take_failed.clone()
        >
            <summary class="chip" data-export-menu="">{text.take.clone()}</summary>
            <div class="take__menu"><ul>{items}{sheet}</ul><p class="take__answer" role="status"></p></div>
        </details>
    }
    .into_any()
}

/// The offer of a tour. Its steps are fetched when it is taken.
pub fn tour(text: &Kept<Help>, base: &str) -> AnyView {
    let Kept(Some(text)) = text else { return ().into_any() };
    let script = asset(base, SCRIPT);
    view! {
        <div class="tour-line" data-base=base.to_owned()>
            <span class="tour-line__offer">{text.tour_offer.clone()}</span>
            <button class="chip" type="button" data-script=script.clone() data-tour="start">{text.tour_start.clone()}</button>
            <button class="chip tour-line__offer" type="button" data-script=script data-tour="skip">{text.tour_skip.clone()}</button>
        </div>
    }
    .into_any()
}
