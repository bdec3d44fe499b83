//! Answers: a status, headers, and a body, which is a text for people, a message, or a stream of events.

use bytes::Bytes;

use super::body::{AnswerBody, EventBody};
use crate::http::sse::MEDIA_TYPE;
use crate::{RawMessage, SharedStr};

/// What is answered to a request.
pub(super) struct Answer {
    status: u16,
    headers: Vec<(SharedStr, SharedStr)>,
    body: AnswerBody,
}

impl Answer {
    /// Nothing but a status.
    pub(super) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: AnswerBody::whole(Bytes::new()) }
    }

    /// No, and why not.
    pub(super) fn refuse(status: u16, text: impl Into<SharedStr>) -> Self {
        // A status below 300 would be a success, which a refusal is not; 204 is the exception that stops an EventSource.
        let status = if (300..=599).contains(&status) || status == 204 { status } else { 403 };
        let text = if status == 204 { SharedStr::EMPTY } else { text.into() };
        let body = AnswerBody::whole(Bytes::copy_from_slice(text.as_bytes()));
        let answer = Self { status, headers: Vec::new(), body }.with("cache-control", "no-store");
        if status == 204 { answer } else { answer.with("content-type", "text/plain; charset=utf-8") }
    }

    /// A stream of events. Nothing on the way may hold it back or keep it.
    pub(super) fn events(body: EventBody) -> Self {
        let answer = Self { status: 200, headers: Vec::new(), body: AnswerBody::events(body) };
        answer
            .with("content-type", MEDIA_TYPE)
            .with("cache-control", "no-cache, no-transform")
            .with("x-accel-buffering", "no")
    }

    /// A message.
    pub(super) fn message(status: u16, message: RawMessage) -> Self {
        let content_type = message.content_type.clone().unwrap_or_else(|| "application/json".into());
        let body = AnswerBody::whole(message.payload.clone());
        let mut answer = Self { status, headers: Vec::new(), body }.with("content-type", content_type);
        for (name, value) in message.headers.iter() {
            if let Some(value) = value.as_str() {
                answer = answer.with(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub(super) fn with(mut self, name: impl Into<SharedStr>, value: impl Into<SharedStr>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl From<Answer> for http::Response<AnswerBody> {
    fn from(answer: Answer) -> Self {
        let mut response = Self::new(answer.body);
        *response.status_mut() = http::StatusCode::from_u16(answer.status).unwrap_or_default();
        for (name, value) in answer.headers {
            let pair = (http::HeaderName::try_from(name.as_str()), http::HeaderValue::try_from(value.as_str()));
            match pair {
                // Some cannot be there twice, and a message may have the same one as we do.
                (Ok(name), Ok(value)) if name == http::header::VARY => drop(response.headers_mut().append(name, value)),
                (Ok(name), Ok(value)) => drop(response.headers_mut().insert(name, value)),
                _ => tracing::warn!(name = name.as_str(), "a header of an answer cannot be written"),
            }
        }
        response
    }
}
