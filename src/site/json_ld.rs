//! What a page is about, as linked data with the UN's identifiers of goals and targets.

use serde_json::{Value, json};

use super::{
    document::script_json,
    head::{PageMeta, picture},
    settings::Settings,
};
use crate::{
    domain::ids::{GoalId, TargetCode},
    page::{Body, GoalRef, Page},
    route::{Route, asset},
};

/// The JSON-LD of a page, ready to stand in a script element.
pub fn of(page: &Page, meta: &PageMeta, settings: &Settings) -> String {
    let here = settings.absolute(&page.route.href(&settings.base, page.lang));
    let mut graph = vec![about_page(page, meta, &here, settings)];
    if let Some(crumbs) = breadcrumbs(page, &here, settings) {
        graph.push(crumbs);
    }
    script_json(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// The identifier of a goal in the UN's linked data.
fn goal_id(goal: GoalId) -> String {
    format!("http://metadata.un.org/sdg/{goal}")
}

fn target_id(code: &TargetCode) -> String {
    format!("http://metadata.un.org/sdg/{code}")
}

fn goal_term(goal: &GoalRef) -> Value {
    json!({ "@type": "DefinedTerm", "@id": goal_id(goal.id), "name": goal.title, "termCode": goal.id.to_string() })
}

fn about_page(page: &Page, meta: &PageMeta, here: &str, settings: &Settings) -> Value {
    let lang = page.lang.code();
    let mut about: Vec<Value> = Vec::new();
    let mut kind = "WebPage";
    let mut more = json!({});
    match &page.body {
        Body::Home(_) => kind = "WebSite",
        Body::Matrix(matrix) => {
            kind = "Dataset";
            // All of them: their identifiers say enough, and names would weigh on the largest page.
            about = matrix.goals.iter().map(|goal| json!({ "@id": goal_id(goal.id) })).collect();
            let file = settings.absolute(&asset(&settings.base, "data/matrix.json"));
            more = json!({
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "isAccessibleForFree": true,
                "creator": { "@type": "Organization", "name": "#ICT4SDG" },
                "distribution": { "@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": file },
            });
        }
        Body::Cell(cell) => {
            about.push(goal_term(&cell.full.goal));
            let targets = cell.full.link.targets.iter();
            about.extend(
                targets
                    .map(|code| json!({ "@type": "DefinedTerm", "@id": target_id(code), "termCode": code.as_str() })),
            );
        }
        Body::Line(line) => about = line.links.iter().map(|full| goal_term(&full.goal)).collect(),
        Body::Goal(goal) => about.push(goal_term(&goal.goal)),
        Body::Story(story) => {
            kind = "Article";
            about = story.goals.iter().map(|goal| goal_term(&goal.what)).collect();
            let places = story.countries.iter().map(|country| json!({ "@type": "Country", "name": country.name }));
            more = json!({
                "headline": story.title.text,
                "license": "https://creativecommons.org/licenses/by/4.0/",
                "isAccessibleForFree": true,
                "publisher": { "@type": "Organization", "name": "#ICT4SDG" },
                "dateModified": story.confirmed,
                "mentions": { "@type": "Organization", "name": story.organisation },
                "contentLocation": places.collect::<Vec<_>>(),
                "image": settings.absolute(&asset(&settings.base, &picture(page))),
            });
        }
        Body::Place(_) | Body::Library(_) => kind = "CollectionPage",
        Body::Search(_) => kind = "SearchResultsPage",
        Body::Still
        | Body::About(_)
        | Body::Prose(_)
        | Body::Data(_)
        | Body::Embed(_)
        | Body::Submit(_)
        | Body::Withdrawn(_)
        | Body::NotFound(_) => {}
    }
    let mut value = json!({
        "@type": kind,
        "@id": here,
        "url": here,
        "name": meta.title,
        "description": meta.description,
        "inLanguage": lang,
    });
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
        if !about.is_empty() {
            value.insert("about".to_owned(), Value::Array(about));
        }
    }
    value
}

/// Home, the matrix, and where the page hangs below it.
fn breadcrumbs(page: &Page, here: &str, settings: &Settings) -> Option<Value> {
    let absolute = |route: Route| settings.absolute(&route.href(&settings.base, page.lang));
    let matrix = || (page.common.matrix.clone(), absolute(Route::Matrix));
    let library = || (page.common.stories.clone(), absolute(Route::Library(1)));
    let above = match &page.body {
        Body::Matrix(_) => vec![matrix()],
        Body::Cell(cell) => {
            let line = &cell.full.line;
            let name = format!("{} × {}", line.code, cell.full.goal.id);
            vec![matrix(), (line.name.clone(), absolute(Route::Line(line.id.clone()))), (name, here.to_owned())]
        }
        Body::Story(story) => vec![library(), (story.title.text.clone(), here.to_owned())],
        Body::Place(place) => vec![library(), (place.name.clone(), here.to_owned())],
        Body::Library(page) if page.page == 1 => vec![library()],
        Body::Line(line) => vec![matrix(), (line.line.name.clone(), here.to_owned())],
        Body::Goal(goal) => vec![matrix(), (goal.goal.title.clone(), here.to_owned())],
        _ => return None,
    };
    let trail = std::iter::once((page.common.home.clone(), absolute(Route::Home))).chain(above);
    let items: Vec<Value> = trail
        .enumerate()
        .map(|(at, (name, item))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item }))
        .collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}
