//! The things the site is about, free of rendering, files, network and clock.

pub mod alike;
pub mod bridges;
pub mod codes;
pub mod colour;
pub mod content;
pub mod day;
pub mod grid;
pub mod ids;
pub mod lang;
pub mod library;
pub mod matrix;
pub mod names;
pub mod near;
pub mod packed;
pub mod plural;
pub mod query;
pub mod relations;
pub mod shelf;
pub mod slug_for;
pub mod story;
pub mod submission;
pub mod text;
pub mod texts;
pub mod value;
