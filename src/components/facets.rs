//! What the library can be narrowed down by. The form stands in the prerendered page too, so that nothing moves when
//! the application arrives; without script the style sheet shows plain lists in its place.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{names::GoalTile, search_box::SearchBox, words::Icon};
use crate::{
    ctx::use_ctx,
    domain::{
        ids::{GoalId, LineId},
        library::{Sort, Wish},
        names::Country,
        story::{Kind, PrizeResult},
    },
    page::{Choice, Library},
    store::{Store, use_store},
};

/// Puts a value into a wish, or takes it out.
type Toggle = fn(&mut Wish, &str);

/// One facet: what it is called in the address and in the search index, its choices, and how one is toggled.
struct Facet {
    name: &'static str,
    index: &'static str,
    label: String,
    choices: Vec<Choice>,
    toggle: Toggle,
    chosen: fn(&Wish, &str) -> bool,
}

fn flip<T: PartialEq + Ord>(items: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    if let Some(at) = items.iter().position(|other| *other == item) {
        items.remove(at);
    } else {
        items.push(item);
        items.sort();
    }
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

fn result(name: &str) -> Option<PrizeResult> {
    PrizeResult::ALL.into_iter().find(|result| result.as_str() == name)
}

fn facets(library: &Library) -> Vec<Facet> {
    let text = &library.text;
    vec![
        Facet {
            name: "goals",
            index: "goal",
            label: text.goals.clone(),
            choices: library.goals.clone(),
            toggle: |wish, value| flip(&mut wish.goals, GoalId::parse(value)),
            chosen: |wish, value| GoalId::parse(value).is_some_and(|goal| wish.goals.contains(&goal)),
        },
        Facet {
            name: "lines",
            index: "line",
            label: text.lines.clone(),
            choices: library.lines.clone(),
            toggle: |wish, value| flip(&mut wish.lines, LineId::parse(value).ok()),
            chosen: |wish, value| wish.lines.iter().any(|line| line.as_str() == value),
        },
        Facet {
            name: "regions",
            index: "region",
            label: text.regions.clone(),
            choices: library.regions.clone(),
            toggle: |wish, value| flip(&mut wish.regions, Some(value.to_owned())),
            chosen: |wish, value| wish.regions.iter().any(|region| region == value),
        },
        Facet {
            name: "countries",
            index: "country",
            label: text.countries.clone(),
            choices: library.countries.clone(),
            toggle: |wish, value| flip(&mut wish.countries, Country::parse(value).ok()),
            chosen: |wish, value| Country::parse(value).is_ok_and(|country| wish.countries.contains(&country)),
        },
        Facet {
            name: "types",
            index: "type",
            label: text.types.clone(),
            choices: library.kinds.clone(),
            toggle: |wish, value| flip(&mut wish.kinds, kind(value)),
            chosen: |wish, value| kind(value).is_some_and(|kind| wish.kinds.contains(&kind)),
        },
        Facet {
            name: "prize",
            index: "prize",
            label: text.prize.clone(),
            choices: library.prizes.clone(),
            toggle: |wish, value| wish.prize = result(value).filter(|result| wish.prize != Some(*result)),
            chosen: |wish, value| wish.prize.is_some() && wish.prize == result(value),
        },
        Facet {
            name: "prizeYears",
            index: "prizeYear",
            label: text.prize_years.clone(),
            choices: library.prize_years.clone(),
            toggle: |wish, value| flip(&mut wish.prize_years, value.parse().ok()),
            chosen: |wish, value| value.parse().is_ok_and(|year: u16| wish.prize_years.contains(&year)),
        },
    ]
}

#[component]
pub fn Facets(library: Arc<Library>, wish: Memo<Wish>) -> impl IntoView {
    let store = use_store();
    let text = library.text.clone();
    let groups: Vec<_> = facets(&library).into_iter().map(|facet| group(&store, facet, wish)).collect();
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
            <SearchBox id="library-q" label=text.search_label.clone() button=text.search.clone() value=move || wish.read().text.clone() typed=typed/>
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

fn group(store: &Store, facet: Facet, wish: Memo<Wish>) -> AnyView {
    let Facet { name, index, label, choices, toggle, chosen } = facet;
    let items: Vec<_> = choices
        .into_iter()
        .map(|choice| {
            let Choice { value, name: words, count } = choice;
            let (key, counted) = (value.clone(), value.clone());
            let found = store.found.clone();
            let checked = move || wish.with(|wish| chosen(wish, &key));
            let is_none = {
                let (found, value) = (found.clone(), value.clone());
                move || found.read().count(index, &value, count) == 0
            };
            let shown = move || found.read().count(index, &counted, count);
            let change = {
                let (store, value) = (store.clone(), value.clone());
                move |_| {
                    let mut next = wish.get_untracked();
                    toggle(&mut next, &value);
                    store.choose_search(&next.from_start().to_string());
                }
            };
            let sign = match name {
                "goals" => GoalId::parse(&value)
                    .map(|goal| view! { <span aria-hidden="true"><GoalTile goal=goal/></span> }.into_any()),
                "lines" => Some(view! { <Icon id=value.clone()/> }.into_any()),
                _ => None,
            };
            view! {
                <li class:facets__none=is_none>
                    <label class="facets__choice">
                        <input type="checkbox" name=name value=value prop:checked=checked on:change=change/>
                        {sign}
                        <span class="facets__name">{words}</span>
                        <span class="facets__count">{shown}</span>
                    </label>
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! { <fieldset class="facets__group" data-facet=name><legend>{label}</legend><ul class="facets__list">{items}</ul></fieldset> }
        .into_any()
}

/// Two lists of years: stories that went on in between.
#[component]
fn Years(library: Arc<Library>, wish: Memo<Wish>) -> impl IntoView {
    let text = library.text.clone();
    let store = use_store();
    let years = (library.first_year..=library.last_year).rev();
    let bounds = (small(library.first_year), small(library.last_year));
    let list = |label: String, name: &'static str, first: bool| {
        let store = store.clone();
        let current = move || {
            let years = wish.read().years;
            let value = years.map(|(from, to)| if first { from } else { to });
            value.filter(|year| (bounds.0..=bounds.1).contains(year)).map_or_else(String::new, |year| year.to_string())
        };
        let options: Vec<_> = years
            .clone()
            .map(|year| {
                let selected = move || current() == year.to_string();
                view! { <option value=year.to_string() prop:selected=selected>{year}</option> }
            })
            .collect();
        let change = move |event: ev::Event| {
            let mut next = wish.get_untracked();
            let chosen = event_target_value(&event).parse::<u16>().ok();
            let (from, to) = next.years.unwrap_or((1900, 2199));
            let (from, to) = if first { (chosen.unwrap_or(1900), to) } else { (from, chosen.unwrap_or(2199)) };
            next.years = ((from, to) != (1900, 2199)).then_some((from.min(to), to.max(from)));
            store.choose_search(&next.from_start().to_string());
        };
        view! {
            <label class="facets__year">
                <span>{label}</span>
                <select name=name on:change=change><option value="">{text.any_year.clone()}</option>{options}</select>
            </label>
        }
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
    let options: Vec<_> = Sort::ALL
        .into_iter()
        .zip(names)
        .map(|(sort, name)| {
            view! { <option value=sort.as_str() prop:selected=move || wish.read().sort == sort>{name.clone()}</option> }
        })
        .collect();
    let change = move |event: ev::Event| {
        let name = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.as_str() == name).unwrap_or_default();
        store.choose_search(&Wish { sort, ..wish.get_untracked() }.from_start().to_string());
    };
    view! { <label class="facets__sort"><span>{text.sort.clone()}</span>" "<select name="sort" on:change=change>{options}</select></label> }.into_any()
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
