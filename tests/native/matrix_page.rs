//! The page of the matrix: one plain table, as the contract promises it to other tools.

use ict4sdg::{
    domain::{lang::Lang, matrix::Link},
    page::{Body, Matrix},
    route::Route,
};
use scraper::ElementRef;

use crate::{
    common::{CONTENT, rendered},
    html::{Seen, accessible_name, text},
};

fn in_each_language(test: impl Fn(&Seen, &Matrix)) {
    for lang in Lang::ALL {
        let page = rendered(lang, &Route::Matrix);
        let Body::Matrix(matrix) = &page.page.body else { panic!("{}: not the matrix", lang.code()) };
        test(&Seen::new(&page.page, &page.html), matrix);
    }
}

fn cell<'a>(seen: &'a Seen, link: &Link) -> ElementRef<'a> {
    let found = seen.all(&format!("td[data-line=\"{}\"][data-goal=\"{}\"]", link.line, link.goal));
    assert_eq!(found.len(), 1, "{}", link.cell());
    found[0]
}

#[test]
fn is_one_table_with_a_caption() {
    in_each_language(|seen, _| {
        assert_eq!(seen.all("table").len(), 1);
        let captions: Vec<String> = seen.all("table > caption").into_iter().map(text).collect();
        assert_eq!(captions.len(), 1);
        assert!(!captions[0].is_empty());
    });
}

#[test]
fn is_a_plain_table_until_the_application_is_ready() {
    in_each_language(|seen, _| {
        assert!(seen.all("[role=grid], [role=gridcell], [aria-selected], table [tabindex]").is_empty());
    });
}

#[test]
fn heads_its_columns_with_the_goals_in_their_order() {
    in_each_language(|seen, matrix| {
        let heads = seen.values("thead th[scope=col][data-goal]", "data-goal");
        assert_eq!(heads, (1..=17).map(|number| number.to_string()).collect::<Vec<_>>());
        for (head, goal) in seen.all("th[scope=col] a").into_iter().zip(&matrix.goals) {
            assert_eq!(head.attr("href"), Some(Route::Goal(goal.id).href("/", seen.page.lang).as_str()));
            assert!(accessible_name(head).contains(&goal.title), "{}", goal.title);
        }
    });
}

#[test]
fn heads_its_rows_with_the_lines_in_their_order() {
    in_each_language(|seen, matrix| {
        let heads = seen.values("tbody th[scope=row][data-line]", "data-line");
        let lines: Vec<&str> = matrix.lines.iter().map(|line| line.id.as_str()).collect();
        assert_eq!((heads.len(), &heads), (18, &lines));
        for (head, line) in seen.all("th[scope=row] a").into_iter().zip(&matrix.lines) {
            assert_eq!(head.attr("href"), Some(Route::Line(line.id.clone()).href("/", seen.page.lang).as_str()));
            assert_eq!(accessible_name(head), format!("{} {}", line.code, line.name));
        }
    });
}

#[test]
fn has_a_cell_for_every_pair_in_the_order_of_the_axes() {
    in_each_language(|seen, matrix| {
        let pairs: Vec<(String, String)> = seen
            .all("tbody tr > td[data-line][data-goal]")
            .iter()
            .map(|cell| {
                let of = |name| cell.attr(name).unwrap_or_default().to_owned();
                (of("data-line"), of("data-goal"))
            })
            .collect();
        let goals = |line: String| matrix.goals.iter().map(move |goal| (line.clone(), goal.id.to_string()));
        let expected: Vec<_> = matrix.lines.iter().flat_map(|line| goals(line.id.to_string())).collect();
        assert_eq!(pairs.len(), 306);
        assert_eq!(pairs, expected);
    });
}

#[test]
fn links_exactly_the_124_cells_to_their_pages() {
    in_each_language(|seen, _| {
        let links = seen.values("tbody td[data-line][data-goal] > a", "href");
        let pages: Vec<String> =
            CONTENT.links.iter().map(|link| Route::Cell(link.cell()).href("/", seen.page.lang)).collect();
        assert_eq!((links.len(), links), (124, pages.iter().map(String::as_str).collect()));
    });
}

#[test]
fn names_line_goal_and_targets_in_every_link() {
    in_each_language(|seen, matrix| {
        for link in &CONTENT.links {
            let anchors: Vec<ElementRef> = cell(seen, link).child_elements().collect();
            assert_eq!(anchors.len(), 1, "{}", link.cell());
            let name = anchors[0].attr("aria-label").unwrap_or_default();
            let (line, goal) = matrix.ends(&link.cell()).expect("both ends");
            let mut parts = vec![line.code.as_str(), &line.name, &goal.title];
            let number = seen.page.common.goal_n.replace("{n}", &goal.id.to_string());
            parts.push(&number);
            parts.extend(link.targets.iter().map(ict4sdg::domain::ids::TargetCode::as_str));
            parts.extend(link.whole.then_some(seen.page.common.whole_goal.as_str()));
            for part in parts {
                assert!(name.contains(part), "{} in {}: “{name}” lacks “{part}”", link.cell(), seen.page.lang.code());
            }
        }
    });
}

/// The sign is a figure or a dot, and the targets are counted aright.
#[test]
fn shows_in_each_cell_how_many_targets_are_cited() {
    in_each_language(|seen, _| {
        for link in &CONTENT.links {
            let sign = text(cell(seen, link));
            let status = cell(seen, link).attr("data-status");
            if link.cell().to_string() == "c8-9" {
                assert_eq!((sign.as_str(), status), ("?", Some("unconfirmed")));
                continue;
            }
            let count = if link.targets.is_empty() { String::new() } else { link.targets.len().to_string() };
            let dot = if link.whole { "•" } else { "" };
            assert_eq!(sign, format!("{count}{dot}"), "{}", link.cell());
            let disputed = !link.readings.is_empty();
            assert_eq!(status, disputed.then_some("disputed"), "{}", link.cell());
        }
    });
}

#[test]
fn leaves_the_other_cells_empty() {
    in_each_language(|seen, _| {
        let empty = seen.all("td[data-line][data-goal]").into_iter().filter(|cell| cell.child_elements().count() == 0);
        let texts: Vec<String> = empty.map(text).collect();
        assert_eq!(texts, vec![String::new(); 306 - 124]);
    });
}
