//! The native tool: checks the content, prerenders every page, and serves the result.

pub mod budget;
pub mod build;
pub mod check;
pub mod choice;
pub mod cli;
pub mod compress;
pub mod csv;
pub mod document;
pub mod files;
pub mod head;
pub mod headers;
pub mod json_ld;
pub mod pages;
pub mod render;
pub mod schema;
pub mod serve;
pub mod settings;
pub mod sitemap;
pub mod style;
