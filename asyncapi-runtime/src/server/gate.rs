//! Lets peers in: finds the routes of an address, checks what the document says about the handshake, authenticates.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::Rules;
use crate::address::match_template;
use crate::endpoint::{Authenticator, ListenEndpoint};
use crate::hooks::Hooks;
use crate::intercept::Interceptors;
use crate::session::{SessionInner, Sessions, next_id};
use crate::{Admission, Attachment, BoxFuture, Gate, Handshake, Link, Refusal, Route, Session, Settings, SharedStr};

/// What all parts of a running service share.
pub(crate) struct Core {
    pub(crate) routes: Arc<[Arc<dyn Route>]>,
    pub(crate) rules: Rules,
    pub(crate) sessions: Arc<Sessions>,
    pub(crate) stop: tokio::sync::watch::Sender<bool>,
    pub(crate) pathname: SharedStr,
    pub(crate) authenticator: Option<Authenticator>,
    pub(crate) max_sessions: usize,
    pub(crate) read_ahead: usize,
    /// What is done around messages: the endpoint's interceptors, and within them the service's.
    pub(crate) hooks: Arc<Hooks>,
    #[cfg(feature = "metrics")]
    pub(crate) processed: Vec<crate::telemetry::Processed>,
}

/// What the gate knows of a session before it begins.
pub(crate) struct Admitted {
    pub(crate) handshake: Handshake,
    identity: Option<Arc<dyn Any + Send + Sync>>,
    attachments: Vec<Attachment>,
    routes: Arc<[Arc<dyn Route>]>,
}

#[cfg(feature = "http")]
impl Admission {
    /// What the peer said as it connected; its address is the channel's.
    pub(crate) fn handshake(&self) -> &Handshake {
        &self.0.handshake
    }

    /// Who receives at the address.
    pub(crate) fn routes(&self) -> &[Arc<dyn Route>] {
        &self.0.routes
    }
}

#[cfg(all(test, feature = "ws"))]
impl Admitted {
    /// What a transport's tests hand back: a session that no service will serve.
    pub(crate) fn for_tests(handshake: Handshake) -> Self {
        Self { handshake, identity: None, attachments: Vec::new(), routes: Arc::new([]) }
    }
}

impl fmt::Debug for Admitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Admitted").field("handshake", &self.handshake).finish_non_exhaustive()
    }
}

impl Core {
    /// `listening` is missing where the service connects.
    pub(crate) fn new(
        server: super::Server,
        listening: Option<&ListenEndpoint>,
        settings: &Settings,
        (system, interceptors): (&'static str, &Interceptors),
    ) -> Self {
        let hooks = Hooks::new(system, interceptors.then(&server.rules.interceptors));
        Self {
            #[cfg(feature = "metrics")]
            processed: crate::telemetry::Processed::all(system, server.routes.iter().map(|route| route.channel())),
            routes: server.routes,
            rules: server.rules,
            sessions: Arc::new(Sessions::new(hooks.clone())),
            stop: tokio::sync::watch::Sender::new(false),
            pathname: listening.map(|endpoint| endpoint.pathname.clone()).unwrap_or_default(),
            authenticator: listening.and_then(|endpoint| endpoint.authenticator.clone()),
            max_sessions: settings.max_sessions,
            read_ahead: settings.read_ahead,
            hooks,
        }
    }

    pub(crate) fn stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Several channels may share an address; all of them get its messages, each those that it claims.
    fn routes_at(&self, address: &str) -> Option<Arc<[Arc<dyn Route>]>> {
        let rest = behind_path(&self.pathname, address)?;
        let fits = |route: &&Arc<dyn Route>| {
            route.channel().address.is_some_and(|template| match_template(template, rest).is_some())
        };
        let exact = |route: &&Arc<dyn Route>| !route.channel().address.is_some_and(crate::address::is_template);
        let fitting: Vec<_> = self.routes.iter().filter(fits).cloned().collect();
        // `/rooms/new` is meant before `/rooms/{room}`.
        match fitting.iter().any(|route| exact(&route)) {
            true => Some(fitting.into_iter().filter(|route| exact(&route)).collect()),
            false => (!fitting.is_empty()).then(|| fitting.into()),
        }
    }

    async fn admit(&self, mut handshake: Handshake) -> Result<Admission, Refusal> {
        if self.stopping() || self.sessions.count() >= self.max_sessions {
            return Err(Refusal::new(503, "the service takes no more sessions at present"));
        }
        let routes = self.routes_at(&handshake.address).ok_or_else(|| Refusal::not_found("no such channel"))?;
        // Who it is comes first: a stranger learns nothing about what else would be wrong.
        let identity = match &self.authenticator {
            Some(authenticate) => Some(authenticate(&handshake).await?),
            None => None,
        };
        // From here on the address is the channel's, without the server's path.
        if let Some(rest) = behind_path(&self.pathname, &handshake.address)
            && rest.len() < handshake.address.len()
        {
            handshake.address = rest.to_owned().into();
        }
        let attachments = routes.iter().map(|route| route.admit(&handshake)).collect::<Result<_, _>>()?;
        Ok(Admission(Box::new(Admitted { handshake, identity, attachments, routes })))
    }

    pub(crate) fn session(
        self: &Arc<Self>,
        admission: Admission,
        link: Arc<dyn Link>,
    ) -> (Session, Arc<[Arc<dyn Route>]>) {
        let Admitted { handshake, identity, attachments, routes } = *admission.0;
        (self.new_session(handshake, identity, attachments, link), routes)
    }

    pub(crate) fn new_session(
        self: &Arc<Self>,
        handshake: Handshake,
        identity: Option<Arc<dyn Any + Send + Sync>>,
        attachments: Vec<Attachment>,
        link: Arc<dyn Link>,
    ) -> Session {
        Session(Arc::new(SessionInner {
            id: next_id(),
            handshake,
            identity,
            attachments,
            link,
            control: Default::default(),
            closed: Default::default(),
            sessions: self.sessions.clone(),
            hooks: self.hooks.clone(),
            requests: Default::default(),
            reply_addresses: Default::default(),
            read_ahead: self.read_ahead,
        }))
    }
}

/// What stands behind the server's path, in which each variable is one segment, or part of one.
fn behind_path<'a>(pathname: &str, address: &'a str) -> Option<&'a str> {
    let prefix = pathname.trim_end_matches('/');
    if !crate::address::is_template(prefix) {
        return address.strip_prefix(prefix).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    }
    let segments = prefix.trim_start_matches('/').split('/').count();
    let slashes = address.char_indices().skip(1).filter(|(_, c)| *c == '/').map(|(at, _)| at);
    let end = slashes.chain([address.len()]).nth(segments - 1)?;
    let (path, rest) = address.split_at_checked(end)?;
    match_template(prefix, path).map(|_| rest)
}

impl Gate for Core {
    fn admit(&self, handshake: Handshake) -> BoxFuture<'_, Result<Admission, Refusal>> {
        Box::pin(self.admit(handshake))
    }
}
