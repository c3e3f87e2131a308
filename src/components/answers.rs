//! Answers to what was chosen: two or more goals or lines are bridged or compared, in a sentence and side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::words::{Code, Words};
use crate::{
    browser,
    ctx::{Ctx, use_ctx},
    domain::{
        bridges::Shown,
        ids::{CellId, GoalId, LineId, TargetCode},
        matrix::Link,
        query::Query,
        text::{Said, fill},
    },
    page::{Matrix, Rationales},
    route::Route,
    store::{Fetched, use_store},
};

#[component]
pub fn Answers(matrix: Arc<Matrix>, query: Memo<Query>, shown: Memo<Shown>) -> impl IntoView {
    let (ctx, store) = (use_ctx(), use_store());
    let chosen = Memo::new(move |_| {
        query.with(|query| Query {
            lines: query.lines.clone(),
            goals: query.goals.clone(),
            bridge: query.bridge,
            ..Query::default()
        })
    });
    let fetched = store.rationales.clone();
    Effect::new(move |_| {
        if chosen.read().bridge {
            browser::need_rationales(&store);
        }
    });
    move || {
        let Query { lines, goals, bridge, .. } = chosen.get();
        let by_goals = goals.len() > 1;
        if !by_goals && lines.len() < 2 {
            return ().into_any();
        }
        if bridge {
            return match &*fetched.read() {
                Fetched::Ready(rationales) => bridged(&ctx, &matrix, &shown.read(), by_goals, Some(rationales)),
                _ => bridged(&ctx, &matrix, &shown.read(), by_goals, None),
            };
        }
        match (&goals[..], &lines[..]) {
            ([first, second], _) => {
                let of = |goal: &GoalId| {
                    (ctx.goal_number(*goal), matrix.links.iter().filter(|link| link.goal == *goal).collect())
                };
                compared(&ctx, &matrix, of(first), of(second), &|link| link.line.to_string(), &|link| {
                    line_code(&matrix, &link.line)
                })
            }
            (_, [first, second]) => {
                let of = |line: &LineId| {
                    (line_code(&matrix, line), matrix.links.iter().filter(|link| link.line == *line).collect())
                };
                compared(&ctx, &matrix, of(first), of(second), &|link| link.goal.to_string(), &|link| {
                    ctx.goal_number(link.goal)
                })
            }
            _ => ().into_any(),
        }
    }
}

fn line_code(matrix: &Matrix, id: &LineId) -> String {
    matrix.lines.iter().find(|line| line.id == *id).map_or_else(String::new, |line| line.code.clone())
}

/// “C5, C6 and C8”
fn listed(ctx: &Ctx, matrix: &Matrix, mut items: Vec<String>) -> String {
    let last = items.pop().unwrap_or_default();
    if items.is_empty() {
        return last;
    }
    fill(&matrix.text.and, &[("first", &items.join(ctx.comma())), ("last", &last)])
}

/// What serves all of the chosen goals, or is served by all of the chosen lines: a sentence, and the reasons side by side.
fn bridged(ctx: &Ctx, matrix: &Matrix, shown: &Shown, by_goals: bool, rationales: Option<&Arc<Rationales>>) -> AnyView {
    let text = &matrix.text;
    if shown.lines.is_empty() || shown.goals.is_empty() {
        return view! { <section class="answers"><p class="answers__sentence">{text.bridge_none.clone()}</p></section> }.into_any();
    }
    let lines = listed(ctx, matrix, shown.lines.iter().map(|line| line_code(matrix, line)).collect());
    let goals = listed(ctx, matrix, shown.goals.iter().map(ToString::to_string).collect());
    let sentence = if by_goals {
        text.bridge_lines.count(ctx.lang(), shown.lines.len())
    } else {
        text.bridge_goals.count(ctx.lang(), shown.goals.len())
    };
    let sentence = fill(&sentence, &[("lines", &lines), ("goals", &goals)]);
    let reason = |cell: &CellId| rationales.and_then(|all| all.get(cell).cloned()).unwrap_or_default();
    let pairs = |line: &LineId, goal: GoalId| {
        let cell = CellId { line: line.clone(), goal };
        matrix.ends(&cell).filter(|_| matrix.link(line, goal).is_some()).map(|(line, goal)| {
            let name = if by_goals { ctx.goal_name(goal) } else { ctx.line_name(line) };
            reason_view(name, ctx.href(&Route::Cell(cell.clone())), goal.id, reason(&cell))
        })
    };
    let rows: Vec<AnyView> = if by_goals {
        let row = |line: &LineId| {
            let name =
                matrix.lines.iter().find(|one| one.id == *line).map(|line| ctx.line_name(line)).unwrap_or_default();
            row_view(name, shown.goals.iter().filter_map(|goal| pairs(line, *goal)).collect())
        };
        shown.lines.iter().map(row).collect()
    } else {
        let row = |goal: &GoalId| {
            let name =
                matrix.goals.iter().find(|one| one.id == *goal).map(|goal| ctx.goal_name(goal)).unwrap_or_default();
            row_view(name, shown.lines.iter().filter_map(|line| pairs(line, *goal)).collect())
        };
        shown.goals.iter().map(row).collect()
    };
    view! { <section class="answers"><p class="answers__sentence">{sentence}</p>{rows}</section> }.into_any()
}

fn row_view(name: String, reasons: Vec<AnyView>) -> AnyView {
    view! { <h3 class="answers__head">{name}</h3><dl class="answers__reasons">{reasons}</dl> }.into_any()
}

fn reason_view(name: String, href: String, goal: GoalId, reason: Said) -> AnyView {
    view! {
        <div data-goal=goal.to_string()><dt><a href=href>{name}</a></dt><dd><Words said=reason/></dd></div>
    }
    .into_any()
}

/// What two goals or two lines have in common and what only one of them has, each with its targets.
fn compared<'a>(
    ctx: &Ctx,
    matrix: &Matrix,
    (first, of_first): (String, Vec<&'a Link>),
    (second, of_second): (String, Vec<&'a Link>),
    other_end: &dyn Fn(&Link) -> String,
    name: &dyn Fn(&Link) -> String,
) -> AnyView {
    let text = &matrix.text;
    let in_both = |link: &Link, others: &[&'a Link]| others.iter().any(|other| other_end(other) == other_end(link));
    let cited = |link: &Link| {
        let codes: Vec<&str> = link.targets.iter().map(TargetCode::as_str).collect();
        let whole = codes.is_empty().then(|| ctx.common().whole_goal.clone());
        view! { <Code code=codes.join(" ")/>{whole} }.into_any()
    };
    let both: Vec<AnyView> = of_first
        .iter()
        .filter_map(|link| {
            let other = of_second.iter().find(|other| other_end(other) == other_end(link))?;
            let ends = [(&first, *link), (&second, *other)].map(|(end, link)| {
                let href = ctx.href(&Route::Cell(link.cell()));
                view! { <span class="answers__end"><a href=href>{end.clone()}</a>" "{cited(link)}</span> }.into_any()
            });
            Some(view! { <li><b>{name(link)}</b>" "{Vec::from(ends)}</li> }.into_any())
        })
        .collect();
    let entry = |link: &Link| {
        view! { <li><a href=ctx.href(&Route::Cell(link.cell()))>{name(link)}</a>" "{cited(link)}</li> }.into_any()
    };
    let only = |own: &[&'a Link], others: &[&'a Link]| -> Vec<AnyView> {
        own.iter().filter(|link| !in_both(link, others)).map(|link| entry(link)).collect()
    };
    let column = |heading: String, items: Vec<AnyView>| {
        let items = if items.is_empty() { vec![view! { <li>{text.nothing.clone()}</li> }.into_any()] } else { items };
        view! { <div><h3 class="answers__head">{heading}</h3><ul>{items}</ul></div> }.into_any()
    };
    let columns = vec![
        column(text.both.clone(), both),
        column(fill(&text.only, &[("name", &first)]), only(&of_first, &of_second)),
        column(fill(&text.only, &[("name", &second)]), only(&of_second, &of_first)),
    ];
    let heading = fill(&text.compared, &[("first", &first), ("second", &second)]);
    view! { <section class="answers"><h2>{heading}</h2><div class="answers__columns">{columns}</div></section> }
        .into_any()
}
