//! The things the site is about, free of rendering, files, network and clock.

pub mod colour;
pub mod content;
pub mod grid;
pub mod ids;
pub mod lang;
pub mod matrix;
pub mod packed;
pub mod plural;
pub mod query;
pub mod text;
pub mod texts;
