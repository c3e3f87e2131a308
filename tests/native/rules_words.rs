//! What every page says, and how it marks it.

use ict4sdg::{
    domain::{lang::Lang, matrix::Status},
    page::Body,
};

use crate::{
    html::{Seen, shown, text},
    pages::Rule,
};

pub const RULES: &[Rule] = &[
    Rule {
        name: "shows_the_doubts",
        faults: shows_the_doubts,
        spoil: ("data-status=\"confirmed\"", "data-status=\"disputed\""),
    },
    Rule { name: "leaves_no_placeholder", faults: no_placeholder, spoil: ("<footer", "<p>Goal {n}</p><footer") },
    Rule { name: "has_western_digits", faults: western_digits, spoil: ("<footer", "<p>٩</p><footer") },
    Rule { name: "says_what_the_matrix_is", faults: says_what_the_matrix_is, spoil: ("a living document", "a work") },
    Rule {
        name: "marks_english_only_where_it_falls_back",
        faults: fallback_is_marked,
        spoil: ("cell__rationale\"><span", "cell__rationale\"><span lang=\"en\" dir=\"ltr\""),
    },
];

/// A link that is not confirmed shows two readings; one that is shows none.
fn shows_the_doubts(seen: &Seen) -> Vec<String> {
    let Body::Cell(cell) = &seen.page.body else { return Vec::new() };
    let link = &cell.full.link;
    let states = seen.values(".how-sure [data-status]", "data-status");
    let readings: Vec<String> = seen.all(".readings dt").into_iter().map(text).collect();
    let expected = match link.status {
        Status::Confirmed => Vec::new(),
        _ => vec![cell.link_text.reading_copy.clone(), cell.link_text.reading_record.clone()],
    };
    let mut faults = Vec::new();
    if states != [link.status.as_str()] || readings != expected {
        faults.push(format!("says {states:?} with readings {readings:?}"));
    }
    let codes: Vec<String> = seen.all(".cell__facts > .targets dt").into_iter().map(text).collect();
    if !codes.iter().eq(link.targets.iter().map(ict4sdg::domain::ids::TargetCode::as_str)) {
        faults.push(format!("lists the targets {codes:?}"));
    }
    faults
}

/// Texts and attributes are filled in; braces stand in no honest one.
fn no_placeholder(seen: &Seen) -> Vec<String> {
    let body = seen.body_text();
    let mut faults: Vec<String> = body
        .match_indices(['{', '}'])
        .map(|(at, _)| body[at..].chars().take(30).collect::<String>())
        .map(|rest| format!("“{rest}” in the text"))
        .collect();
    let unfilled = |value: &str| value.contains(['{', '}']) || value.contains("%7B");
    let elements = seen.all("*").into_iter();
    let found = elements.filter(|element| element.value().attrs().any(|(_, value)| unfilled(value)));
    faults.extend(found.map(shown));
    let head = seen.all("head title").into_iter().map(text);
    faults.extend(head.filter(|title| unfilled(title)));
    faults
}

fn western_digits(seen: &Seen) -> Vec<String> {
    let other = |c: &char| c.is_numeric() && !c.is_ascii();
    let found: String = seen.body_text().chars().filter(other).collect();
    if found.is_empty() { Vec::new() } else { vec![format!("the digits {found}")] }
}

/// Wherever the matrix or a part of it stands: a living document of 2015, and whose words the reasons are.
fn says_what_the_matrix_is(seen: &Seen) -> Vec<String> {
    let shows = match seen.page.body {
        Body::Home(_) | Body::Matrix(_) | Body::Cell(_) | Body::Line(_) | Body::Goal(_) | Body::Data(_) => true,
        // Case studies name links, but do not show the matrix.
        Body::Library(_)
        | Body::Story(_)
        | Body::Place(_)
        | Body::Search(_)
        | Body::About(_)
        | Body::Prose(_)
        | Body::Embed(_)
        | Body::Submit(_)
        | Body::Withdrawn(_)
        | Body::NotFound(_)
        | Body::Still => false,
    };
    let (said, common) = (seen.body_text(), &seen.page.common);
    let needed = [&common.living, &common.own_words, &common.disclaimer];
    let needed = needed.into_iter().skip(if shows { 0 } else { 2 });
    needed.filter(|text| !said.contains(*text)).map(|text| format!("does not say “{text}”")).collect()
}

/// English inside a page of another language is marked, and the page says so; otherwise there is none. Titles of
/// sources and names of organizations stay as they are.
fn fallback_is_marked(seen: &Seen) -> Vec<String> {
    let page = seen.page;
    let marked = seen.all("#app span[lang]:not(.sources span)");
    let noted = seen.body_text().contains(&page.common.fallback_note);
    let mut faults: Vec<String> = Vec::new();
    if noted != page.falls_back {
        faults.push(format!("falls back: {}, and says so: {noted}", page.falls_back));
    }
    if page.falls_back && page.lang == Lang::En {
        faults.push("English falls back to English".to_owned());
    }
    if !page.falls_back {
        faults.extend(marked.into_iter().map(shown));
    }
    faults
}
