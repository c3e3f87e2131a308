//! #ICT4SDG: the WSIS–SDG Matrix as plain pages, and the application that takes them over.
//!
//! `docs/architecture.md` has the map. In short: [`domain`] is pure; [`page`] says what a page shows, as data;
//! [`pages`] and [`components`] turn it into HTML, natively and in the browser alike; `site` is the native tool.

pub mod app;
pub mod components;
pub mod ctx;
pub mod domain;
pub mod page;
pub mod pages;
pub mod route;
pub mod store;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::still;
#[cfg(not(target_arch = "wasm32"))]
#[path = "no_browser.rs"]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod staff;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod still;
