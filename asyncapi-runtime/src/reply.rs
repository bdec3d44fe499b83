//! Answering a request: where the reply goes, and that it carries the request's id.

use crate::channel_link::invalid;
use crate::correlation::{read_given, read_location, write_location};
use crate::hooks::{DEFAULT_DEADLINE, bounded};
use crate::message::ReplyPlace;
use crate::request::fixed_address;
use crate::{
    Context, Failure, Location, MessageInfo, OperationInfo, Outgoing, RawMessage, SendError, SendErrorKind, SendMode,
    SharedStr,
};

/// Sends the reply to the message of a context. `request` and `message` are what the document says about the two.
///
/// The reply carries the request's id: where the handler has left it out, it is written there.
///
/// # Errors
/// When the request does not say where the reply goes, the ids do not agree, or the reply is not sent.
pub async fn reply<T: Outgoing + Sync + ?Sized>(
    context: &Context,
    operation: &'static OperationInfo,
    request: &'static MessageInfo,
    message: &'static MessageInfo,
    reply: &T,
) -> Result<(), Failure> {
    let mut raw = reply.encode(message).map_err(|error| Failure::from(invalid(error)))?;
    raw.info = Some(message);
    let (address, place) = address(context, operation)?;
    raw.address = address;
    place.into_iter().for_each(|place| raw.set_reply_place(place));
    correlate(context.raw(), request, message, &mut raw)?;
    let session = &context.session().0;
    if session.link.capabilities().headers
        && let Some(trace) = context.trace()
    {
        trace.write(&mut raw.headers);
    }
    let channel = operation.reply.and_then(|reply| reply.channel).unwrap_or(operation.channel);
    let sending = session.hooks.send(&session.link, Some(channel), raw, SendMode::Flush);
    Ok(bounded(sending, DEFAULT_DEADLINE).await?)
}

fn correlate(
    asked: &RawMessage,
    request: &'static MessageInfo,
    message: &'static MessageInfo,
    raw: &mut RawMessage,
) -> Result<(), Failure> {
    let own = asked.correlation_id();
    if let Some(own) = own {
        raw.set_correlation_id(own.clone());
    }
    let id = match request.correlation {
        Some(correlation) => read_location(correlation.location, asked),
        None => own.map(|id| id.as_str().to_owned()),
    };
    let Some(correlation) = message.correlation.or(request.correlation) else {
        let without = || Failure::reject("the request has no correlation id, and the document no place for one");
        return own.is_some().then_some(()).ok_or_else(without);
    };
    let id = id.ok_or_else(|| Failure::reject("the request has no correlation id"))?;
    let given = read_given(correlation.location, raw);
    let (Location::Header(place) | Location::Payload(place)) = correlation.location;
    match given {
        Some(given) if given == id => Ok(()),
        Some(_) if matches!(correlation.location, Location::Payload(_)) => {
            Err(Failure::reject(format!("the reply has another id than the request's, which is `{id}`, at `{place}`")))
        }
        _ if write_location(correlation.location, correlation.id, &id, raw) => Ok(()),
        _ => Err(Failure::reject(format!("the reply has no place for the request's id `{id}` at `{place}`"))),
    }
}

fn address(context: &Context, operation: &'static OperationInfo) -> Result<(SharedStr, Option<ReplyPlace>), Failure> {
    let own = context.address();
    // One connection is one address: the reply goes back where the request came from.
    if context.session().0.link.capabilities().per_address {
        return Ok((own.clone(), None));
    }
    let Some(info) = operation.reply else { return Ok((own.clone(), None)) };
    if let Some(found) = info.address.and_then(|location| read_given(location, context.raw())) {
        return Ok((found.into(), Some(ReplyPlace::Told)));
    }
    let fixed = match info.channel {
        None if info.address.is_none() => Some(own.clone()),
        None => None,
        Some(channel) => fixed_address(operation.channel, channel, own),
    };
    let place = Some(ReplyPlace::Fixed(info.channel.unwrap_or(operation.channel)));
    if let Some(told) = context.raw().reply_to() {
        // What the document says as well is meant as it says.
        let same = fixed.as_ref() == Some(told);
        return Ok((told.clone(), if same { place } else { Some(ReplyPlace::Told) }));
    }
    fixed.map(|address| (address, place)).ok_or_else(|| match info.address {
        Some(_) => Failure::reject("the request does not say where to reply"),
        None => {
            let text = "the reply channel has no address, and the request does not say where to reply";
            SendError::new(SendErrorKind::Unsupported, text).into()
        }
    })
}
