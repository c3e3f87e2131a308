//! What the body of every page must be like.

use std::collections::BTreeSet;

use scraper::ElementRef;

use crate::{
    html::{Seen, accessible_name, is_hidden, shown, text},
    pages::Rule,
};

pub const RULES: &[Rule] = &[
    Rule { name: "has_one_heading_of_the_first_rank", faults: one_h1, spoil: ("<footer", "<h1>Another</h1><footer") },
    Rule { name: "has_headings_in_order", faults: headings_in_order, spoil: ("<h2", "<h4>A leap</h4><h2") },
    Rule { name: "has_unique_ids", faults: unique_ids, spoil: ("<footer", "<footer id=\"main\"") },
    Rule { name: "has_nothing_empty", faults: nothing_empty, spoil: ("<h2", "<h2> </h2><h2") },
    Rule {
        name: "has_links_with_names",
        faults: links_with_names,
        spoil: ("<footer", "<a href=\"/en/\"><b aria-hidden=\"true\">x</b></a><footer"),
    },
    Rule {
        name: "has_no_inline_styles_or_handlers",
        faults: nothing_inline,
        spoil: ("<footer", "<footer onclick=\"go()\""),
    },
    Rule {
        name: "hides_nothing_that_can_be_reached",
        faults: hidden_is_out_of_reach,
        spoil: ("<footer", "<p aria-hidden=\"true\"><a href=\"/en/\">x</a></p><footer"),
    },
];

fn one_h1(seen: &Seen) -> Vec<String> {
    let headings: Vec<String> = seen.all("h1").into_iter().map(accessible_name).collect();
    let holds = headings.len() == 1 && !headings[0].is_empty();
    if holds { Vec::new() } else { vec![format!("{headings:?}")] }
}

/// From one rank to the next without a leap.
fn headings_in_order(seen: &Seen) -> Vec<String> {
    let headings = seen.all("h1, h2, h3, h4, h5, h6");
    let rank = |heading: &ElementRef| heading.value().name().as_bytes()[1];
    let leaps = headings.windows(2).filter(|pair| rank(&pair[1]) > rank(&pair[0]) + 1);
    leaps.map(|pair| shown(pair[1])).collect()
}

fn unique_ids(seen: &Seen) -> Vec<String> {
    let mut ids = BTreeSet::new();
    let twice = seen.values("[id]", "id").into_iter().filter(|id| !ids.insert(*id));
    twice.map(|id| format!("id “{id}” stands twice")).collect()
}

/// Elements that promise a text have one.
fn nothing_empty(seen: &Seen) -> Vec<String> {
    let promising = "h1, h2, h3, h4, p, li, dt, dd, th, caption, summary, button, label, option, figcaption, cite, b";
    // Without script the live region of a page says nothing.
    let tells = |role: &str, live: Option<&str>| ["status", "alert"].contains(&role) || live.is_some();
    let all = seen
        .all(promising)
        .into_iter()
        .filter(|element| !tells(element.attr("role").unwrap_or_default(), element.attr("aria-live")));
    all.filter(|element| text(*element).is_empty() && accessible_name(*element).is_empty()).map(shown).collect()
}

fn links_with_names(seen: &Seen) -> Vec<String> {
    let reachable = seen.all("a, button").into_iter().filter(|element| !is_hidden(*element));
    reachable.filter(|element| accessible_name(*element).is_empty()).map(shown).collect()
}

fn nothing_inline(seen: &Seen) -> Vec<String> {
    let inline = |name: &str| name == "style" || name.starts_with("on");
    let elements = seen.all("*").into_iter();
    let mut faults: Vec<String> =
        elements.filter(|element| element.value().attrs().any(|(name, _)| inline(name))).map(shown).collect();
    faults.extend(seen.all("style").into_iter().map(shown));
    faults
}

/// What is hidden from assistive technology must not take the focus.
fn hidden_is_out_of_reach(seen: &Seen) -> Vec<String> {
    let focusable = seen.all("[aria-hidden=true] a[href], [aria-hidden=true] button, a[aria-hidden=true]").into_iter();
    focusable.filter(|element| element.attr("tabindex") != Some("-1")).map(shown).collect()
}
