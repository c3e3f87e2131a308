//! One file a component: plain data in, HTML out.

pub mod facets;
pub mod footer;
pub mod grid;
pub mod header;
pub mod legend;
pub mod link_details;
pub mod link_list;
pub mod lists;
pub mod names;
pub mod neighbours;
pub mod notices;
pub mod paging;
pub mod panel;
pub mod search_box;
pub mod share;
pub mod sources;
pub mod story_body;
pub mod story_cards;
pub mod tools;
pub mod weave;
pub mod words;
pub mod world_map;
