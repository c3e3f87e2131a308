//! A server for the built site on this machine: precompressed files, correct types, the published headers.

use std::{net::SocketAddr, path::PathBuf, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::Response,
};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::headers;
use crate::domain::lang::Lang;

/// What the server knows of the site.
struct Site {
    dist: PathBuf,
    base: String,
    policy: String,
}

/// Serves `dist` under `base` on the port, on both loopback addresses, until it is stopped.
///
/// # Errors
/// When the port is taken.
pub async fn serve(dist: PathBuf, base: String, policy: String, port: u16) -> std::io::Result<()> {
    let files = ServeDir::new(&dist).precompressed_br().precompressed_gzip();
    let site = Arc::new(Site { dist, base: base.clone(), policy });
    let mut app = Router::new();
    app = match base.trim_end_matches('/') {
        "" => app.fallback_service(files),
        prefix => app.nest_service(prefix, files),
    };
    let app = app.layer(middleware::from_fn_with_state(site, dress));

    let four = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port))).await?;
    let local = four.local_addr()?;
    println!("Serving http://localhost:{}{base}  (Ctrl+C stops)", local.port());
    // `localhost` may be the IPv6 loopback; a machine without IPv6 does without.
    if let Ok(six) = TcpListener::bind(SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], local.port()))).await {
        tokio::try_join!(axum::serve(four, app.clone()), axum::serve(six, app))?;
    } else {
        axum::serve(four, app).await?;
    }
    Ok(())
}

/// Adds the headers, and puts the page of the right language in place of a missing one.
async fn dress(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let relative = path.strip_prefix(&site.base).unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        response = missing(&site, &relative).await;
    }
    for (name, value) in headers::of(&relative, &site.policy) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

async fn missing(site: &Site, relative: &str) -> Response {
    let lang = relative.split('/').next().and_then(Lang::parse);
    let (file, kind) = match lang {
        _ if relative.starts_with("data/") => (None, "text/plain; charset=utf-8"),
        Some(lang) => (Some(format!("{}/404.html", lang.code())), "text/html; charset=utf-8"),
        None => (Some("404.html".to_owned()), "text/html; charset=utf-8"),
    };
    let body = match file {
        Some(file) => tokio::fs::read(site.dist.join(file)).await.unwrap_or_default(),
        None => b"not found\n".to_vec(),
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
