//! What the application does not change, as it is prerendered: most pages whole, and parts of the others. In the browser,
//! `browser/still.rs` stands in: it keeps the elements that this made.

use leptos::prelude::*;

use crate::{page::Body, pages};

/// A part of the page that stays as it was prerendered; `id` names it among those of the page.
pub fn part(id: &'static str, view: impl FnOnce() -> AnyView) -> AnyView {
    view! { <div class="still" id=id>{view()}</div> }.into_any()
}

/// A page that is still as a whole.
pub fn page(body: Body) -> AnyView {
    part("still-page", || match body {
        Body::Home(home) => view! { <pages::home::HomePage home=*home/> }.into_any(),
        Body::Cell(cell) => view! { <pages::cell::CellPage cell=*cell/> }.into_any(),
        Body::Line(line) => view! { <pages::line::LinePageView line=*line/> }.into_any(),
        Body::Goal(goal) => view! { <pages::goal::GoalPageView goal=*goal/> }.into_any(),
        Body::Story(story) => view! { <pages::story::StoryPageView story=*story/> }.into_any(),
        Body::Place(place) => view! { <pages::place::PlacePage place=*place/> }.into_any(),
        Body::About(about) => view! { <pages::about::AboutPage about=*about/> }.into_any(),
        Body::Prose(prose) => view! { <pages::prose::ProsePage prose=*prose/> }.into_any(),
        Body::Data(data) => view! { <pages::data::DataPage data=*data/> }.into_any(),
        Body::Embed(embed) => view! { <pages::embed::WizardPage embed=*embed/> }.into_any(),
        Body::Submit(submit) => view! { <pages::submit::SubmitPageView submit=*submit/> }.into_any(),
        Body::Withdrawn(gone) => view! { <pages::withdrawn::WithdrawnPage gone=*gone/> }.into_any(),
        Body::NotFound(text) => view! { <pages::not_found::NotFoundPage text=*text/> }.into_any(),
        // The application's pages are not still.
        Body::Matrix(_) | Body::Library(_) | Body::Search(_) | Body::Still => ().into_any(),
    })
}
