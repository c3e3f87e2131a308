//! Fonts, and text broken into lines that fit: SVG does not do that.

use std::{path::Path, sync::Arc};

use resvg::usvg::fontdb;
use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::domain::lang::Lang;

/// The fonts of all six scripts: Noto, from npm packages.
const FILES: [&str; 6] = [
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
    "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
    "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
];

const FOLDER: &str = "node_modules/@expo-google-fonts";

/// The fonts, loaded once.
pub struct Fonts {
    pub database: Arc<fontdb::Database>,
    /// The bytes of the bold faces, by which lines are measured: Latin and Cyrillic, Arabic, Chinese.
    bold: [Vec<u8>; 3],
}

impl Fonts {
    /// # Errors
    /// When a file is missing: `npm ci` brings them.
    pub fn load() -> Result<Self, String> {
        let mut database = fontdb::Database::new();
        let mut read = Vec::new();
        for file in FILES {
            let path = Path::new(FOLDER).join(file);
            let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            if file.contains("700Bold") {
                read.push(bytes.clone());
            }
            database.load_font_data(bytes);
        }
        let bold = read.try_into().map_err(|_| "three bold fonts are needed".to_owned())?;
        Ok(Self { database: Arc::new(database), bold })
    }

    /// The families of a language, the first for its own script.
    pub const fn family(lang: Lang) -> &'static str {
        match lang {
            Lang::Ar => "Noto Sans Arabic, Noto Sans, Noto Sans SC",
            Lang::Zh => "Noto Sans SC, Noto Sans, Noto Sans Arabic",
            _ => "Noto Sans, Noto Sans Arabic, Noto Sans SC",
        }
    }

    /// The width of a text in bold, in units of the font size. Each letter is measured in the first font that has it.
    pub fn width(&self, text: &str) -> f32 {
        let mut total = 0.0;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let script = script(first);
            let end = rest.find(|c: char| self::script(c) != script && !c.is_whitespace()).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end.max(first.len_utf8()));
            total += self.run(run, script);
            rest = after;
        }
        total
    }

    fn run(&self, text: &str, script: usize) -> f32 {
        let Some(face) = self.bold.get(script).and_then(|bytes| rustybuzz::Face::from_slice(bytes, 0)) else {
            return 0.0;
        };
        let mut buffer = rustybuzz::UnicodeBuffer::new();
        buffer.push_str(text);
        let glyphs = rustybuzz::shape(&face, &[], buffer);
        let advance: i32 = glyphs.glyph_positions().iter().map(|position| position.x_advance).sum();
        #[expect(clippy::cast_precision_loss, reason = "font units: thousands")]
        let (advance, unit) = (advance as f32, face.units_per_em() as f32);
        advance / unit
    }

    /// Breaks a text into lines of at most `width`, in units of the font size, where its script allows it; the last line
    /// is cut when there are more than `most`. `None` when even then something does not fit.
    pub fn lines(&self, text: &str, width: f32, most: usize) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        let (mut start, mut fits) = (0, 0);
        for (at, kind) in linebreaks(text) {
            if self.width(text[start..at].trim_end()) > width && fits > start {
                lines.push(text[start..fits].trim().to_owned());
                start = fits;
            }
            fits = at;
            if kind == BreakOpportunity::Mandatory {
                lines.push(text[start..at].trim().to_owned());
                start = at;
            }
        }
        lines.retain(|line| !line.is_empty());
        (lines.len() <= most && lines.iter().all(|line| self.width(line) <= width)).then_some(lines)
    }

    /// A text cut to a width, with an ellipsis where something is missing.
    pub fn cut(&self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.chars().collect();
        while kept.pop().is_some() {
            let short: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
            if self.width(&short) <= width {
                return short;
            }
        }
        String::new()
    }
}

/// Which of the bold fonts draws a letter.
const fn script(c: char) -> usize {
    match c {
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => 1,
        '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' => 2,
        _ => 0,
    }
}
