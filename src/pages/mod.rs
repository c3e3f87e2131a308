//! One file a page: composition only. The application has those that it changes; the others are still (`still.rs`).

pub mod library;
pub mod matrix;
pub mod search;

#[cfg(not(target_arch = "wasm32"))]
pub mod about;
#[cfg(not(target_arch = "wasm32"))]
pub mod cell;
#[cfg(not(target_arch = "wasm32"))]
pub mod data;
#[cfg(not(target_arch = "wasm32"))]
pub mod embed;
#[cfg(not(target_arch = "wasm32"))]
pub mod goal;
#[cfg(not(target_arch = "wasm32"))]
pub mod home;
#[cfg(not(target_arch = "wasm32"))]
pub mod line;
#[cfg(not(target_arch = "wasm32"))]
pub mod not_found;
#[cfg(not(target_arch = "wasm32"))]
pub mod place;
#[cfg(not(target_arch = "wasm32"))]
pub mod prose;
#[cfg(not(target_arch = "wasm32"))]
pub mod story;
#[cfg(not(target_arch = "wasm32"))]
pub mod submit;
#[cfg(not(target_arch = "wasm32"))]
pub mod withdrawn;
