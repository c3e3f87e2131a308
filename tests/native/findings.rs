//! Finding in the matrix, in the language of the page.

use ict4sdg::{
    domain::{ids::CellId, lang::Lang, text::Said},
    page::{Body, Findings, Matrix, Rationales, Summaries},
    route::Route,
};

use crate::common::{CONTENT, rendered};

fn matrix(lang: Lang) -> &'static Matrix {
    match &rendered(lang, &Route::Matrix).page.body {
        Body::Matrix(matrix) => matrix,
        other => panic!("the explorer, not {other:?}"),
    }
}

fn find(lang: Lang, text: &str) -> Findings {
    let said = |text: &String| Said { text: text.clone(), lang: None };
    let rationales: Rationales =
        CONTENT.rationales[&lang].rationales.iter().map(|(cell, text)| (cell.clone(), said(text))).collect();
    let lines = CONTENT.lines.iter().map(|line| (line.id.to_string(), line.summary[&lang].clone()));
    let goals = CONTENT.goals.iter().map(|goal| (goal.number.to_string(), goal.summary[&lang].clone()));
    let summaries: Summaries = lines.chain(goals).collect();
    matrix(lang).find(text, Some(&rationales), &summaries)
}

fn cells(findings: &Findings) -> Vec<String> {
    findings.cells.iter().map(CellId::to_string).collect()
}

#[test]
fn a_word_lights_up_what_says_it() {
    let found = find(Lang::En, "farm");
    for cell in &found.cells {
        let said = CONTENT.rationales[&Lang::En].rationales[cell].to_lowercase();
        let link = CONTENT.links.iter().find(|link| link.cell() == *cell).expect("a link");
        let gists = CONTENT.targets.iter().filter(|target| link.targets.contains(&target.code));
        let gist = gists.map(|target| target.gist[&Lang::En].to_lowercase()).collect::<String>();
        assert!(said.contains("farm") || gist.contains("farm"), "{cell}");
    }
    let expected = CONTENT.links.iter().filter(|link| {
        let gists = CONTENT.targets.iter().filter(|target| link.targets.contains(&target.code));
        CONTENT.rationales[&Lang::En].rationales[&link.cell()].to_lowercase().contains("farm")
            || gists.into_iter().any(|target| target.gist[&Lang::En].to_lowercase().contains("farm"))
    });
    assert_eq!(found.cells.len(), expected.count());
    assert!(found.cells.len() > 3);
}

#[test]
fn accents_and_case_do_not_matter() {
    let found = find(Lang::Fr, "santé");
    assert!(found.count() > 3);
    assert_eq!(found, find(Lang::Fr, "SANTE"));
    assert!(found.lines.iter().any(|line| line.as_str() == "c7-ehea"));
    assert!(found.goals.iter().any(|goal| goal.to_string() == "3"));
    assert!(find(Lang::Ru, "Здоровь").count() > 2);
    assert!(find(Lang::Zh, "健康").count() > 2);
    assert!(find(Lang::Ar, "الصحة").count() > 2);
}

#[test]
fn a_code_lights_up_what_it_names() {
    let cited = CONTENT.links.iter().filter(|link| link.targets.iter().any(|code| code.as_str() == "9.c"));
    let expected: Vec<String> = cited.map(|link| link.cell().to_string()).collect();
    assert_eq!(cells(&find(Lang::En, "9.c")), expected);
    assert_eq!(find(Lang::Zh, "C7").lines.len(), 8);
    assert_eq!(cells(&find(Lang::En, "c2 × 9")), ["c2-9"]);
}

#[test]
fn all_words_must_be_there_and_nonsense_finds_nothing() {
    let both = find(Lang::En, "farm women");
    assert!(both.cells.iter().all(|cell| find(Lang::En, "women").cells.contains(cell)));
    for text in ["xyzzy", "<script>", "\u{202e}", "%", "farm xyzzy"] {
        assert_eq!(find(Lang::En, text).count(), 0, "{text}");
    }
}
