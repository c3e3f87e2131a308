//! The world map of case studies: land as one picture without boundaries, a dot for each country, and the same as a
//! table. The dots are links with names; a dot's area grows with the number of its case studies.

use leptos::prelude::*;

use crate::{
    ctx::use_ctx,
    domain::texts::LibraryTexts,
    page::{Dot, WorldMap},
    route::{Route, asset},
};

#[component]
pub fn WorldMapView(map: WorldMap, text: LibraryTexts, worldwide: String) -> impl IntoView {
    let ctx = use_ctx();
    let common = ctx.common().clone();
    let lang = ctx.lang();
    let (width, height) = (map.width, map.height);
    let land = asset(&ctx.page().base, "land.svg");
    let href = |dot: &Dot| ctx.href(&Route::Country(dot.country.code));
    let dots: Vec<_> = map
        .dots
        .iter()
        .map(|dot| {
            let label = format!("{}: {}", dot.country.name, common.count_stories.count(lang, dot.country.count));
            view! {
                <a href=href(dot) aria-label=label.clone() tabindex="-1">
                    <title>{label.clone()}</title>
                    <circle class="map__reach" cx=units(dot.x) cy=units(dot.y) r="14"/>
                    <circle class="map__dot" cx=units(dot.x) cy=units(dot.y) r=radius(dot.country.count)/>
                </a>
            }
        })
        .collect();
    let rows: Vec<_> = map
        .dots
        .iter()
        .map(|dot| {
            view! { <tr><th scope="row"><a href=href(dot)>{dot.country.name.clone()}</a></th><td>{dot.country.count}</td></tr> }
        })
        .collect();
    let everywhere =
        (map.worldwide > 0).then(|| view! { <tr><th scope="row">{worldwide}</th><td>{map.worldwide}</td></tr> });
    view! {
        <section class="section map" id="map">
            <h2>{text.map_heading}</h2>
            <svg class="map__picture" viewBox=format!("0 0 {width} {height}") role="group" aria-label=text.map_label>
                <image href=land x="0" y="0" width=width.to_string() height=height.to_string()/>
                {dots}
            </svg>
            <details class="map__table">
                <summary>{text.map_table}</summary>
                <table class="files">
                    <thead><tr><th scope="col">{text.country}</th><th scope="col">{text.count}</th></tr></thead>
                    <tbody>{rows}{everywhere}</tbody>
                </table>
            </details>
            <p class="quiet">{text.map_note}" "{text.map_source}</p>
        </section>
    }
    .into_any()
}

/// From tenths to units of the map.
fn units(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// In units of the map: the area grows with the count, within bounds that stay legible.
fn radius(count: usize) -> String {
    let grown = (1..=14_usize).rev().find(|r| r * r <= count.saturating_mul(3)).unwrap_or(1);
    (grown + 4).min(16).to_string()
}
