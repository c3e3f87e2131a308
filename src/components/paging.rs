//! From page to page of a list, as plain links.

use leptos::prelude::*;

use crate::domain::text::fill;

/// `href` makes the address of a page, counted from 1.
#[component]
pub fn Paging(
    page: usize,
    pages: usize,
    href: Box<dyn Fn(usize) -> String + Send>,
    label: String,
    previous: String,
    next: String,
    page_n: String,
) -> impl IntoView {
    if pages < 2 {
        return ().into_any();
    }
    let number = |to: usize| {
        let name = fill(&page_n, &[("n", &to.to_string())]);
        let current = (to == page).then_some("page");
        view! { <li><a class="chip" href=href(to) aria-label=name aria-current=current>{to}</a></li> }
    };
    let numbers: Vec<_> = near(page, pages)
        .into_iter()
        .map(|to| match to {
            Some(to) => number(to).into_any(),
            None => view! { <li aria-hidden="true">"…"</li> }.into_any(),
        })
        .collect();
    let before = (page > 1).then(|| view! { <li><a class="chip" rel="prev" href=href(page - 1)>{previous}</a></li> });
    let after = (page < pages).then(|| view! { <li><a class="chip" rel="next" href=href(page + 1)>{next}</a></li> });
    view! { <nav class="paging" aria-label=label><ul class="paging__list">{before}{numbers}{after}</ul></nav> }
        .into_any()
}

/// The first, the last and the pages around this one; `None` where some are left out.
fn near(page: usize, pages: usize) -> Vec<Option<usize>> {
    let shown = (1..=pages).filter(|to| *to == 1 || *to == pages || to.abs_diff(page) <= 1);
    let mut out = Vec::new();
    let mut last = 0;
    for to in shown {
        if to > last + 1 {
            out.push(None);
        }
        out.push(Some(to));
        last = to;
    }
    out
}
