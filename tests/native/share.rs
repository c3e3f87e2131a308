//! Share pictures: drawn for every script, of the right size, light, and the same for the same page.

use std::fs;

use ict4sdg::{
    domain::{lang::Lang, names::Slug},
    route::Route,
    site::{previous::Previous, share},
};

use crate::common::{CONTENT, ORIGIN, project, settings};

#[test]
fn every_shared_page_has_a_light_picture_and_a_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = settings(ORIGIN, "/");
    let cache = project("target/site/posters");
    let drawn = share::write_all(&CONTENT, &settings, folder.path(), &cache, &Previous::default()).expect("pictures");
    assert_eq!(drawn, 6 * (1 + 124 + 18 + 17 + 46));
    for lang in Lang::ALL {
        for route in CONTENT.routes(lang) {
            if !matches!(route, Route::Home | Route::Cell(_) | Route::Line(_) | Route::Goal(_) | Route::Story(_)) {
                continue;
            }
            let path = folder.path().join(route.picture(lang, "png"));
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert!(bytes.len() < 40_000, "{} has {} bytes", path.display(), bytes.len());
            let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
            let info = decoder.read_info().expect("a PNG");
            let info = info.info();
            assert_eq!((info.width, info.height, info.color_type), (1200, 630, png::ColorType::Indexed));
            let code = fs::read_to_string(folder.path().join(route.picture(lang, "svg"))).expect("a QR code");
            assert!(code.contains("<svg") && code.contains("#10202f"));
        }
    }
    let slug = Slug::parse("plan-ceibal").expect("a slug");
    let picture =
        |lang| fs::read(folder.path().join(Route::Story(slug.clone()).picture(lang, "png"))).expect("a picture");
    assert_ne!(picture(Lang::En), picture(Lang::Ar), "each language has its own");
}
