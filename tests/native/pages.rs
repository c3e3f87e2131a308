//! Every page in every language against every rule; and every rule against a page that breaks it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use ict4sdg::{
    domain::{ids::CellId, lang::Lang},
    route::Route,
    site::head::PageMeta,
};
use rayon::prelude::*;

use crate::{
    common::{CONTENT, PAGES, Rendered, first_few, rendered},
    html::Seen,
    rules_body, rules_head, rules_links, rules_words,
};

/// What must hold for a page, and how to break it in the English page of C2 × goal 9.
pub struct Rule {
    pub name: &'static str,
    /// What is wrong with the page; nothing when the rule holds.
    pub faults: fn(&Seen) -> Vec<String>,
    /// What stands in the page, and what to put there so that the rule is broken.
    pub spoil: (&'static str, &'static str),
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    rules_head::RULES.iter().chain(rules_body::RULES).chain(rules_links::RULES).chain(rules_words::RULES)
}

/// All faults of all pages, by rule: each page is parsed once.
static FAULTS: LazyLock<BTreeMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    rules_links::prepare();
    let faults_of = |rendered: &Rendered| {
        let seen = Seen::new(&rendered.page, &rendered.html);
        rules()
            .flat_map(|rule| (rule.faults)(&seen).into_iter().map(|fault| (rule.name, fault)))
            .map(|(rule, fault)| (rule, format!("{}: {fault}", seen.path())))
            .collect::<Vec<_>>()
    };
    let mut faults = BTreeMap::<_, Vec<_>>::new();
    for (rule, fault) in PAGES.par_iter().flat_map_iter(faults_of).collect::<Vec<_>>() {
        faults.entry(rule).or_default().push(fault);
    }
    faults
});

macro_rules! every_page {
    ($($rule:ident)+) => {
        $(#[test]
        fn $rule() {
            let faults = FAULTS.get(stringify!($rule)).map_or(&[][..], Vec::as_slice);
            assert!(faults.is_empty(), "{}", first_few(faults));
        })+

        #[test]
        fn every_rule_is_a_test() {
            let tests = BTreeSet::from([$(stringify!($rule)),+]);
            assert_eq!(tests, rules().map(|rule| rule.name).collect::<BTreeSet<_>>());
        }
    };
}

every_page! {
    says_its_language_and_direction
    has_one_title
    has_a_description
    has_its_canonical_address
    has_alternates_in_all_languages
    has_a_preview
    links_data_with_the_identifiers_of_the_un
    allows_exactly_its_own_scripts
    has_one_heading_of_the_first_rank
    has_headings_in_order
    has_unique_ids
    has_nothing_empty
    has_links_with_names
    has_no_inline_styles_or_handlers
    hides_nothing_that_can_be_reached
    leads_only_to_what_exists
    asks_no_other_host
    leads_to_itself_in_all_languages
    has_fragments_that_exist
    can_be_reported
    shows_the_doubts
    leaves_no_placeholder
    has_western_digits
    says_what_the_matrix_is
    marks_english_only_where_it_falls_back
}

/// A rule that nothing can break proves nothing.
#[test]
fn every_rule_finds_a_fault_in_a_spoilt_page() {
    rules_links::prepare();
    let cell = CellId::parse("c2-9").expect("a cell");
    let good = rendered(Lang::En, &Route::Cell(cell));
    let mut toothless = Vec::new();
    for rule in rules() {
        let (find, replace) = rule.spoil;
        let spoilt = good.html.replacen(find, replace, 1);
        assert_ne!(spoilt, good.html, "{}: {find} does not stand in the page", rule.name);
        if (rule.faults)(&Seen::new(&good.page, &spoilt)).is_empty() {
            toothless.push(rule.name);
        }
    }
    assert!(toothless.is_empty(), "these rules find no fault in a spoilt page: {toothless:?}");
}

#[test]
fn there_is_a_page_for_everything_in_each_language() {
    for lang in Lang::ALL {
        let paths: BTreeSet<String> =
            PAGES.iter().filter(|seen| seen.page.lang == lang).map(|seen| seen.page.route.href("/", lang)).collect();
        let matrix = 10 + 124 + 18 + 17;
        let stories = &CONTENT.stories;
        let library = 46 + 46_usize.div_ceil(24) + stories.organisations.len() + stories.countries.len();
        assert_eq!(paths.len(), matrix + library, "{}", lang.code());
    }
}

#[test]
fn titles_are_unique_within_a_language() {
    let mut pages = BTreeMap::<_, Vec<_>>::new();
    for Rendered { page, .. } in PAGES.iter() {
        pages.entry((page.lang, PageMeta::of(page).title)).or_default().push(page.route.href("/", page.lang));
    }
    let shared: Vec<_> = pages.into_iter().filter(|(_, paths)| paths.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

#[test]
fn every_path_reads_back_as_its_route() {
    // The application leaves the pages of the wizard and of the form to the browser.
    let left = [Route::Embed, Route::Submit];
    for Rendered { page, .. } in PAGES.iter().filter(|seen| !left.contains(&seen.page.route)) {
        for base in ["/", "/ict4sdg/"] {
            let path = page.route.href(base, page.lang);
            assert_eq!(Route::parse(&path, base), Some((page.lang, page.route.clone())), "{path}");
        }
    }
}

#[test]
fn next_leads_through_all_links_in_their_order_and_previous_back() {
    let way = |rel: &str, from: &CellId| {
        let html = &rendered(Lang::Fr, &Route::Cell(from.clone())).html;
        let (_, rest) = html.split_once(&format!("rel=\"{rel}\" href=\""))?;
        match Route::parse(rest.split_once('"')?.0, "/") {
            Some((Lang::Fr, Route::Cell(cell))) => Some(cell),
            other => panic!("{rel} of {from} leads to {other:?}"),
        }
    };
    let cells: Vec<CellId> = CONTENT.links.iter().map(ict4sdg::domain::matrix::Link::cell).collect();
    for (at, cell) in cells.iter().enumerate() {
        assert_eq!(way("next", cell).as_ref(), cells.get(at + 1), "next of {cell}");
        assert_eq!(way("prev", cell).as_ref(), at.checked_sub(1).map(|at| &cells[at]), "previous of {cell}");
    }
}
