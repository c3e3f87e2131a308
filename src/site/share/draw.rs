//! Drawing a poster: as SVG, then as a PNG with few colours.

use std::{collections::HashMap, fmt::Write};

use color_quant::NeuQuant;
use quick_xml::escape::escape;
use resvg::{tiny_skia, usvg};

use super::{Poster, text::Fonts};
use crate::domain::lang::Lang;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// The column of colours, and the edges of the text.
const COLUMN: u32 = 170;
const INNER: u32 = 240;
const OUTER: u32 = 70;

/// Sizes for the title, from the largest: the first that fits into its lines is taken.
const SIZES: [(u16, usize); 6] = [(84, 3), (72, 4), (62, 4), (54, 5), (46, 6), (38, 7)];

/// Colours of a picture: text and surfaces are few, the rest is their soft edges.
const COLOURS: usize = 64;

/// The poster as SVG.
pub fn svg(poster: &Poster, fonts: &Fonts) -> String {
    let rtl = poster.lang == Lang::Ar;
    let room = WIDTH - INNER - OUTER;
    let mut out = String::with_capacity(4_096);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"{}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fbfaf6\"/>",
        Fonts::family(poster.lang)
    );
    column(&mut out, poster, rtl);
    let edge = if rtl { WIDTH - INNER } else { INNER };
    mark(&mut out, if rtl { edge - 52 } else { edge });
    // The name of the site is Latin in every language.
    let name = if rtl { edge - 68 - 196 } else { edge + 68 };
    text(&mut out, "#ICT4SDG", false, (name, 94), Style::Name);
    text(&mut out, &fonts.cut(&poster.kicker, room_in(room, SMALL)), rtl, (edge, 176), Style::Small);
    let (size, lines) = title(poster, fonts, room);
    let step = u32::from(size) * if matches!(poster.lang, Lang::Ar | Lang::Zh) { 130 } else { 114 } / 100;
    for (at, line) in (0..).zip(&lines) {
        let down = 200 + u32::from(size) * 95 / 100 + step * at;
        text(&mut out, line, rtl, (edge, down), Style::Title(size));
    }
    text(&mut out, &fonts.cut(&poster.foot, room_in(room, SMALL)), rtl, (edge, HEIGHT - 56), Style::Small);
    out.push_str("</svg>");
    out
}

/// The title in the largest size in which it fits; cut in the smallest.
fn title(poster: &Poster, fonts: &Fonts, room: u32) -> (u16, Vec<String>) {
    for (size, most) in SIZES {
        if let Some(lines) = fonts.lines(&poster.title, room_in(room, size), most) {
            return (size, lines);
        }
    }
    let size = SIZES[SIZES.len() - 1].0;
    (size, vec![fonts.cut(&poster.title, room_in(room, size))])
}

/// Room in units of a font size.
fn room_in(room: u32, size: u16) -> f32 {
    let room = u16::try_from(room).unwrap_or(u16::MAX);
    f32::from(room) / f32::from(size)
}

/// How a text is written.
#[derive(Clone, Copy)]
enum Style {
    /// The title, in its size.
    Title(u16),
    /// The name of the site.
    Name,
    /// What stands above and below the title.
    Small,
}

const SMALL: u16 = 30;

/// Writes a text from the edge where its language begins.
fn text(out: &mut String, text: &str, rtl: bool, (x, y): (u32, u32), style: Style) {
    // The mark has the line run from the right even when it begins with a Latin name.
    let (anchor, lead) = if rtl { ("end", "\u{202b}") } else { ("start", "") };
    let (size, weight, colour) = match style {
        Style::Title(size) => (size, 700, "#10202f"),
        Style::Name => (36, 700, "#10202f"),
        Style::Small => (SMALL, 400, "#475663"),
    };
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" \
         text-anchor=\"{anchor}\">{lead}{}</text>",
        escape(text)
    );
}

/// A field for each goal, from top to bottom, with its number where there is room.
fn column(out: &mut String, poster: &Poster, rtl: bool) {
    let x = if rtl { WIDTH - COLUMN } else { 0 };
    let count = u32::try_from(poster.goals.len()).unwrap_or(1).max(1);
    if poster.goals.is_empty() {
        let _ = write!(out, "<rect x=\"{x}\" width=\"{COLUMN}\" height=\"{HEIGHT}\" fill=\"#10202f\"/>");
    }
    for (at, (number, colour, ink)) in (0..count).zip(&poster.goals) {
        let (top, bottom) = (HEIGHT * at / count, HEIGHT * (at + 1) / count);
        let tall = bottom - top;
        let _ = write!(out, "<rect x=\"{x}\" y=\"{top}\" width=\"{COLUMN}\" height=\"{tall}\" fill=\"{colour}\"/>");
        let size = (tall * 6 / 10).min(92);
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\" font-family=\"Noto Sans\" font-size=\"{size}\" font-weight=\"700\" fill=\"{ink}\" \
             text-anchor=\"middle\">{number}</text>",
            x + COLUMN / 2,
            top + tall / 2 + size * 36 / 100,
        );
    }
}

/// The hash sign: two lines crossing two goals.
fn mark(out: &mut String, x: u32) {
    let _ = write!(
        out,
        "<g transform=\"translate({x} 54)\" fill=\"none\" stroke-width=\"6\" stroke=\"#10202f\">\
         <path d=\"M0 17h52M0 35h52\"/><path stroke=\"#fd6925\" d=\"M17 0v52\"/><path stroke=\"#0a97d9\" d=\"M35 0v52\"/></g>"
    );
}

/// The drawing as a PNG with an indexed palette.
///
/// # Errors
/// When the drawing is not sound, which is an error of the program.
pub fn png(svg: &str, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let options = usvg::Options { fontdb: fonts.database.clone(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let mut canvas = tiny_skia::Pixmap::new(WIDTH, HEIGHT).ok_or("no canvas")?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    indexed(canvas.data())
}

/// Pixels as RGBA, opaque, to a PNG of at most 64 colours.
fn indexed(pixels: &[u8]) -> Result<Vec<u8>, String> {
    let quant = NeuQuant::new(20, COLOURS, pixels);
    let place = |pixel: &[u8; 4]| u8::try_from(quant.index_of(pixel)).unwrap_or_default();
    // A poster is mostly runs of one colour, and has few colours: each is looked up once, each run asked for once.
    let mut known: HashMap<[u8; 4], u8> = HashMap::new();
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    for run in pixels.as_chunks::<4>().0.chunk_by(|a, b| a == b) {
        let index = *known.entry(run[0]).or_insert_with(|| place(&run[0]));
        indices.resize(indices.len() + run.len(), index);
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(quant.color_map_rgb());
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
    writer.write_image_data(&indices).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(out)
}
