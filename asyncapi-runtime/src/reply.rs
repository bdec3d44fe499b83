//! Answering a request: where the reply goes, and that it carries the request's id.

use crate::channel_link::{invalid, send_checked};
use crate::correlation::read_location;
use crate::{
    Context, Failure, Location, MessageInfo, OperationInfo, Outgoing, SendError, SendErrorKind, SendMode, SharedStr,
    build_address,
};

/// Sends the reply to the message of a context. `request` and `message` are what the document says about the two.
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
    raw.address = address(context, operation)?;
    if let Some(location) = request.correlation {
        let id = read_location(location, context.raw())
            .ok_or_else(|| Failure::reject("the request has no correlation id"))?;
        match message.correlation.unwrap_or(location) {
            Location::Header(name) => raw.headers.set(name.trim_start_matches('/'), id),
            // The payload is the handler's own. That it forgets the id is found here, not by a caller who waits.
            own @ Location::Payload(pointer) if read_location(own, &raw).as_ref() != Some(&id) => {
                let text = format!("the reply does not carry the request's id `{id}` at `{pointer}`");
                return Err(Failure::reject(text));
            }
            Location::Payload(_) => {}
        }
    }
    let link = &*context.session().0.link;
    Ok(send_checked(link, raw, SendMode::Flush).await?)
}

fn address(context: &Context, operation: &'static OperationInfo) -> Result<SharedStr, Failure> {
    let Some(info) = operation.reply else { return Ok(context.address().clone()) };
    let per_address = context.session().0.link.capabilities().per_address;
    if let Some(location) = info.address
        && !per_address
    {
        let found = read_location(location, context.raw());
        return found.map(SharedStr::from).ok_or_else(|| Failure::reject("the request does not say where to reply"));
    }
    match info.channel {
        // One connection is one address: the reply goes back where the request came from.
        _ if per_address => Ok(context.address().clone()),
        None => Ok(context.address().clone()),
        Some(channel) if channel.address.is_some() => Ok(build_address(channel, &[])),
        Some(channel) => {
            let text = format!("reply channel `{}` has no address", channel.name);
            Err(SendError::new(SendErrorKind::Unsupported, text).into())
        }
    }
}
