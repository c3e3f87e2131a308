//! What the library can be narrowed down by. The form stands in the prerendered page too, so that nothing moves when
//! the application arrives; without script the style sheet shows plain lists in its place.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{names::GoalTile, search_box::SearchBox, words::Icon};
use crate::{
    browser,
    ctx::use_ctx,
    domain::{
        ids::{GoalId, LineId},
        library::{Sort, Wish, flip, region},
        names::Country,
        shelf::{Facet, value_of},
        story::{Kind, PrizeResult},
    },
    page::{Choice, Library},
    store::{Store, use_store},
};

/// A facet as it is shown: its name in the address, and its choices.
struct Shown {
    facet: Facet,
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

fn shown(library: &Library) -> [Shown; 7] {
    let text = &library.text;
    let of = |facet, name, label: &String, choices: &Vec<Choice>| Shown {
        facet,
        name,
        label: label.clone(),
        choices: choices.clone(),
    };
    [
        of(Facet::Goal, "goals", &text.goals, &library.goals),
        of(Facet::Line, "lines", &text.lines, &library.lines),
        of(Facet::Region, "regions", &text.regions, &library.regions),
        of(Facet::Country, "countries", &text.countries, &library.countries),
        of(Facet::Kind, "types", &text.types, &library.kinds),
        of(Facet::Prize, "prize", &text.prize, &library.prizes),
        of(Facet::PrizeYear, "prizeYears", &text.prize_years, &library.prize_years),
    ]
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

fn result(name: &str) -> Option<PrizeResult> {
    PrizeResult::ALL.into_iter().find(|result| result.as_str() == name)
}

/// Whether a value is chosen.
fn is_chosen(wish: &Wish, facet: Facet, value: &str) -> bool {
    match facet {
        Facet::Goal => GoalId::parse(value).is_some_and(|goal| wish.goals.contains(&goal)),
        Facet::Line => wish.lines.iter().any(|line| line.as_str() == value),
        Facet::Country => Country::parse(value).is_ok_and(|country| wish.countries.contains(&country)),
        Facet::Region => region(value).is_some_and(|code| wish.regions.contains(&code)),
        Facet::Kind => kind(value).is_some_and(|kind| wish.kinds.contains(&kind)),
        Facet::Prize => wish.prize.is_some() && wish.prize == result(value),
        Facet::PrizeYear => value.parse().is_ok_and(|year: u16| wish.prize_years.contains(&year)),
    }
}

/// Puts a value into a wish, or takes it out. Values are those of the choices, so each is understood.
fn toggle(wish: &mut Wish, facet: Facet, value: &str) {
    match facet {
        Facet::Goal => GoalId::parse(value).into_iter().for_each(|goal| flip(&mut wish.goals, goal)),
        Facet::Line => LineId::parse(value).into_iter().for_each(|line| flip(&mut wish.lines, line)),
        Facet::Country => Country::parse(value).into_iter().for_each(|country| flip(&mut wish.countries, country)),
        Facet::Region => region(value).into_iter().for_each(|code| flip(&mut wish.regions, code)),
        Facet::Kind => kind(value).into_iter().for_each(|kind| flip(&mut wish.kinds, kind)),
        Facet::Prize => wish.prize = result(value).filter(|result| wish.prize != Some(*result)),
        Facet::PrizeYear => value.parse().into_iter().for_each(|year| flip(&mut wish.prize_years, year)),
    }
}

#[component]
pub fn Facets(library: Arc<Library>, wish: Memo<Wish>) -> impl IntoView {
    let store = use_store();
    let text = library.text.clone();
    let lines: Vec<LineId> = library.lines.iter().filter_map(|choice| LineId::parse(&choice.value).ok()).collect();
    let groups: Vec<_> = shown(&library).into_iter().map(|shown| group(&store, shown, &lines, wish)).collect();
    let typing = Memo::new(move |_| wish.read().text.clone());
    let reset = {
        let store = store.clone();
        move |_| store.choose_search(&Wish::all().to_string())
    };
    let typed = {
        let store = store.clone();
        move |value: String| {
            let next = Wish { text: value, ..wish.get_untracked() }.from_start();
            store.type_search(&next.to_string());
        }
    };
    view! {
        <form role="search" class="facets" aria-label=text.search_label.clone() on:submit=|event: ev::SubmitEvent| event.prevent_default()>
            <SearchBox id="library-q" label=text.search_label.clone() button=text.search.clone() value=typing typed=Box::new(typed)/>
            <details class="facets__all">
                <summary class="chip">{text.narrow.clone()}</summary>
                <div class="facets__groups">
                    <Years library=library.clone() wish=wish/>
                    {groups}
                </div>
            </details>
            <div class="facets__row">
                <SortBy library=library wish=wish/>
                <button class="chip" type="button" disabled=move || *wish.read() == Wish::all() on:click=reset>{text.show_all}</button>
            </div>
        </form>
    }
    .into_any()
}

/// One listener for all choices of a facet; each choice follows the wish and the counts.
fn group(store: &Store, shown: Shown, lines: &[LineId], wish: Memo<Wish>) -> AnyView {
    let Shown { facet, name, label, choices } = shown;
    if choices.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = choices
        .into_iter()
        .map(|Choice { value, name: words, count }| {
            let number = value_of(facet, &value, lines);
            let (found, key) = (store.found.clone(), value.clone());
            let left = Memo::new(move |_| found.read().count(facet, number, count));
            let checked = move || wish.with(|wish| is_chosen(wish, facet, &key));
            let sign = match facet {
                Facet::Goal => GoalId::parse(&value)
                    .map(|goal| view! { <span aria-hidden="true"><GoalTile goal=goal/></span> }.into_any()),
                Facet::Line => Some(view! { <Icon id=value.clone()/> }.into_any()),
                _ => None,
            };
            view! {
                <li>
                    <label class="facets__choice">
                        <input type="checkbox" name=name value=value prop:checked=checked/>
                        {sign}
                        <span class="facets__name">{words}</span>
                        <span class="facets__count">{move || left.get()}</span>
                    </label>
                </li>
            }
            .into_any()
        })
        .collect();
    let store = store.clone();
    let change = move |event: ev::Event| {
        let mut next = wish.get_untracked();
        toggle(&mut next, facet, &browser::value_at(&event));
        store.choose_search(&next.from_start().to_string());
    };
    view! {
        <fieldset class="facets__group" data-facet=name on:change=change>
            <legend>{label}</legend>
            <ul class="facets__list">{items}</ul>
        </fieldset>
    }
    .into_any()
}

/// A list to choose one thing from: values with their words.
fn select(
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    current: Memo<String>,
    chosen: Box<dyn Fn(String)>,
) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(value, words)| {
            let own = value.clone();
            view! { <option value=value prop:selected=move || *current.read() == own>{words}</option> }.into_any()
        })
        .collect();
    let change = move |event: ev::Event| chosen(browser::value_at(&event));
    view! {
        <label class="facets__select">
            <span>{label}</span>
            <select name=name on:change=change>{options}</select>
        </label>
    }
    .into_any()
}

/// Two lists of years: stories that went on in between.
#[component]
fn Years(library: Arc<Library>, wish: Memo<Wish>) -> impl IntoView {
    let text = library.text.clone();
    let bounds = (small(library.first_year), small(library.last_year));
    let list = |label: String, name: &'static str, first: bool| {
        let store = use_store();
        let current = Memo::new(move |_| {
            let year = wish.read().years.map(|(from, to)| if first { from } else { to });
            let shown = year.filter(|year| (bounds.0..=bounds.1).contains(year));
            shown.map(|year| year.to_string()).unwrap_or_default()
        });
        let years = (bounds.0..=bounds.1).rev().map(|year| (year.to_string(), year.to_string()));
        let options = std::iter::once((String::new(), text.any_year.clone())).chain(years).collect();
        let choose = move |value: String| {
            let mut next = wish.get_untracked();
            let chosen = value.parse::<u16>().ok();
            let (from, to) = next.years.unwrap_or((1900, 2199));
            let (from, to) = if first { (chosen.unwrap_or(1900), to) } else { (from, chosen.unwrap_or(2199)) };
            next.years = ((from, to) != (1900, 2199)).then_some((from.min(to), to.max(from)));
            store.choose_search(&next.from_start().to_string());
        };
        select(name, label, options, current, Box::new(choose))
    };
    let from = list(text.years_from.clone(), "yearFrom", true);
    let to = list(text.years_to.clone(), "yearTo", false);
    view! { <fieldset class="facets__group facets__group--years"><legend>{text.years.clone()}</legend>{from}{to}</fieldset> }.into_any()
}

#[component]
fn SortBy(library: Arc<Library>, wish: Memo<Wish>) -> impl IntoView {
    let text = &library.text;
    let store = use_store();
    let names = [&text.newest, &text.oldest, &text.by_title];
    let options =
        Sort::ALL.into_iter().zip(names).map(|(sort, name)| (sort.as_str().to_owned(), name.clone())).collect();
    let current = Memo::new(move |_| wish.read().sort.as_str().to_owned());
    let choose = move |name: String| {
        let sort = Sort::ALL.into_iter().find(|sort| sort.as_str() == name).unwrap_or_default();
        store.choose_search(&Wish { sort, ..wish.get_untracked() }.from_start().to_string());
    };
    select("sort", text.sort.clone(), options, current, Box::new(choose))
}

fn small(year: usize) -> u16 {
    u16::try_from(year).unwrap_or(u16::MAX)
}

/// Plain ways to every case study, for readers without script.
#[component]
pub fn PlainWays(library: Arc<Library>) -> impl IntoView {
    use crate::route::Route;
    let ctx = use_ctx();
    let text = library.text.clone();
    let list = |label: String, choices: &[Choice], route: &dyn Fn(&str) -> Option<Route>| {
        let items: Vec<_> = choices
            .iter()
            .filter(|choice| choice.count > 0)
            .filter_map(|choice| Some((route(&choice.value)?, choice)))
            .map(|(route, choice)| {
                let anchor = if matches!(route, Route::Country(_)) { "" } else { "#case-studies" };
                let href = format!("{}{anchor}", ctx.href(&route));
                view! { <li><a href=href>{choice.name.clone()}</a>" "<span class="facets__count">{choice.count}</span></li> }
            })
            .collect();
        view! { <section><h3>{label}</h3><ul class="plain-ways__list">{items}</ul></section> }
    };
    view! {
        <section class="plain-ways">
            <p>{text.without_script.clone()}</p>
            {list(text.goals.clone(), &library.goals, &|value| GoalId::parse(value).map(Route::Goal))}
            {list(text.lines.clone(), &library.lines, &|value| LineId::parse(value).ok().map(Route::Line))}
            {list(text.countries, &library.countries, &|value| Country::parse(value).ok().map(Route::Country))}
        </section>
    }
    .into_any()
}
