//! Share pictures (1200 × 630) and QR codes, drawn for each page that is shared most. What a picture shows is told by a
//! `Poster`; an unchanged one comes from the cache.

mod draw;
mod text;

use std::{
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use qrcode::{EcLevel, QrCode, render::svg};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{pages::Content, previous::Previous, settings::Settings};
use crate::{
    domain::{colour::Colour, ids::GoalId, lang::Lang, story::Origin},
    page::{Body, Page},
    route::Route,
};

pub use text::Fonts;

/// What a share picture says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    pub lang: Lang,
    /// Small, above: what kind of page it is.
    pub kicker: String,
    pub title: String,
    /// Small, below: who and where, or what it is about.
    pub foot: String,
    /// The column of colours at the side: number, colour and ink of each goal.
    pub goals: Vec<(String, String, &'static str)>,
}

impl Poster {
    /// The poster of a page; `None` for pages that use the site's picture.
    pub fn of(page: &Page, content: &Content) -> Option<Self> {
        let common = &page.common;
        let (kicker, title, foot, goals) = match &page.body {
            Body::Home(home) => {
                let goals = home.goals.iter().map(|goal| goal.id).collect();
                (String::new(), home.text.headline.clone(), common.campaign.clone(), goals)
            }
            Body::Cell(cell) => {
                let full = &cell.full;
                let line = format!("{} {}", full.line.code, full.line.name);
                (
                    cell.text.kicker.clone(),
                    format!("{line} × {}", full.goal.title),
                    common.campaign.clone(),
                    vec![full.goal.id],
                )
            }
            Body::Line(line) => {
                let goals = line.links.iter().map(|full| full.goal.id).collect();
                let title = format!("{} {}", line.line.code, line.line.name);
                (common.lines.clone(), title, line.text.serves.clone(), goals)
            }
            Body::Goal(goal) => {
                (goal.text.kicker.clone(), goal.goal.title.clone(), goal.text.served_by.clone(), vec![goal.goal.id])
            }
            Body::Story(story) if !story.imported => {
                let goals = story.goals.iter().map(|goal| goal.what.id).collect();
                let foot = format!("{} · {} · {}", story.organisation, story.place, story.years);
                (story.text.kicker.clone(), story.title.text.clone(), foot, goals)
            }
            _ => return None,
        };
        let coloured = |id: GoalId| {
            let goal = content.goals.iter().find(|goal| goal.number == id)?;
            let ink = Colour::parse(&goal.colour).map_or("#ffffff", Colour::ink);
            Some((id.to_string(), goal.colour.clone(), ink))
        };
        let goals: Vec<GoalId> = goals;
        Some(Self { lang: page.lang, kicker, title, foot, goals: goals.into_iter().filter_map(coloured).collect() })
    }
}

/// The pages that have a picture and a QR code of their own.
fn shared(content: &Content) -> Vec<(Lang, Route)> {
    let wanted = |route: &Route| match route {
        Route::Home | Route::Cell(_) | Route::Line(_) | Route::Goal(_) => true,
        Route::Story(slug) => content.stories.get(slug).is_some_and(|story| story.origin != Origin::Imported),
        _ => false,
    };
    let routes = |lang| content.routes(lang).into_iter().filter(wanted).map(move |route| (lang, route));
    Lang::ALL.into_iter().flat_map(routes).collect()
}

/// Writes every picture and QR code below `dist`. Returns how many pictures there are.
///
/// # Errors
/// When a font is missing, a picture cannot be drawn, or a file cannot be written.
pub fn write_all(
    content: &Content,
    settings: &Settings,
    dist: &Path,
    cache: &Path,
    previous: &Previous,
) -> Result<usize, String> {
    fs::create_dir_all(cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    let fonts = Fonts::load()?;
    let shared = shared(content);
    shared.par_iter().try_for_each(|(lang, route)| {
        let Some(page) = content.page(*lang, route, settings) else { return Ok(()) };
        if let Some(poster) = Poster::of(&page, content) {
            let kept = kept(&draw::svg(&poster, &fonts), cache, &fonts)?;
            place(&kept, &dist.join(route.picture(*lang, "png")))?;
        }
        let code = route.picture(*lang, "svg");
        if previous.link(&code, dist) {
            return Ok(());
        }
        let address = settings.absolute(&route.href(&settings.base, *lang));
        let target = dist.join(code);
        fs::write(&target, qr(&address)?).map_err(|error| format!("{}: {error}", target.display()))
    })?;
    Ok(shared.len())
}

/// The drawn picture in the cache, by the content of its drawing.
fn kept(svg: &str, cache: &Path, fonts: &Fonts) -> Result<PathBuf, String> {
    let hash = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(svg.as_bytes()));
    let kept = cache.join(format!("{hash}.png"));
    if !kept.exists() {
        let png = draw::png(svg, fonts)?;
        // Written aside and renamed: an interrupted build leaves no half picture in the cache.
        let aside = cache.join(format!("{hash}.{}.{:?}", std::process::id(), std::thread::current().id()));
        fs::write(&aside, png)
            .and_then(|()| fs::rename(&aside, &kept))
            .map_err(|error| format!("{}: {error}", kept.display()))?;
    }
    Ok(kept)
}

fn place(from: &Path, to: &Path) -> Result<(), String> {
    let parent = to.parent().map_or(Ok(()), fs::create_dir_all);
    parent.and_then(|()| fs::copy(from, to)).map(|_| ()).map_err(|error| format!("{}: {error}", to.display()))
}

/// A QR code with an address, as SVG, dark on white with the margin that readers need.
fn qr(address: &str) -> Result<String, String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|error| error.to_string())?;
    let mut picture = code.render::<svg::Color<'_>>();
    let picture = picture.min_dimensions(200, 200).dark_color(svg::Color("#10202f")).light_color(svg::Color("#ffffff"));
    Ok(picture.build())
}
