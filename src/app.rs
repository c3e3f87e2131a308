//! The frame around every page, and the choice of the page's view.

use leptos::prelude::*;

use crate::{
    components::{
        footer::Footer,
        header::Header,
        notices::{Announcer, FailedNote, LanguageOffer},
    },
    ctx::Ctx,
    page::{Body, Page},
    pages,
    store::Store,
};

/// The whole document body as a function of the store. Both renderers build exactly this.
#[component]
pub fn App(store: Store) -> impl IntoView {
    let page = store.page.clone();
    let interactive = store.interactive;
    provide_context(store);
    view! {
        {move || {
            let page = page.get();
            provide_context(Ctx::new(page.clone()));
            view! { <Framed page=(*page).clone()/> }
        }}
        {interactive.then(|| view! { <Announcer/> })}
    }
}

#[component]
fn Framed(page: Page) -> impl IntoView {
    let skip = page.common.skip.clone();
    let offer = crate::store::use_store().interactive.then(|| view! { <LanguageOffer/> });
    view! {
        <a class="skip" href="#main">{skip}</a>
        <Header/>
        <main id="main" class="main" tabindex="-1"><FailedNote/>{body(page.body)}</main>
        <Footer/>
        {offer}
    }
}

fn body(body: Body) -> AnyView {
    match body {
        Body::Home(home) => view! { <pages::home::HomePage home=*home/> }.into_any(),
        Body::Matrix(matrix) => view! { <pages::matrix::MatrixPage matrix=matrix/> }.into_any(),
        Body::Cell(cell) => view! { <pages::cell::CellPage cell=*cell/> }.into_any(),
        Body::Line(line) => view! { <pages::line::LinePageView line=*line/> }.into_any(),
        Body::Goal(goal) => view! { <pages::goal::GoalPageView goal=*goal/> }.into_any(),
        Body::Library(library) => view! { <pages::library::LibraryPage library=*library/> }.into_any(),
        Body::Story(story) => view! { <pages::story::StoryPageView story=*story/> }.into_any(),
        Body::Place(place) => view! { <pages::place::PlacePage place=*place/> }.into_any(),
        Body::Search(search) => view! { <pages::search::SearchPage search=*search/> }.into_any(),
        Body::About(about) => view! { <pages::about::AboutPage about=*about/> }.into_any(),
        Body::Prose(prose) => view! { <pages::prose::ProsePage prose=*prose/> }.into_any(),
        Body::Data(data) => view! { <pages::data::DataPage data=*data/> }.into_any(),
        Body::NotFound(text) => view! { <pages::not_found::NotFoundPage text=*text/> }.into_any(),
    }
}
