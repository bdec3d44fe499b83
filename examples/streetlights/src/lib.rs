//! The streetlights of `streetlights.yaml`: a city that hears how light it is and switches its lights, and the lights.

use asyncapi_runtime::types::DateTime;
use asyncapi_runtime::{Outcome, WithHeaders};

/// The application that the document describes: the city.
pub mod city {
    asyncapi_runtime::asyncapi!("streetlights.yaml");
}

/// The other end: a streetlight.
pub mod light {
    asyncapi_runtime::asyncapi!(spec = "streetlights.yaml", side = counterpart, types = crate::city);
}

use city::lighting_measured::{Context, Receiver};
use city::{DimLightPayload, LightMeasuredHeaders, LightMeasuredPayload, TurnOnOffPayload, TurnOnOffPayloadCommand};

/// Below so many lumens, a light is to be on.
pub const DARK: u64 = 50;
/// Below so many, it is to shine with all its might.
pub const VERY_DARK: u64 = 5;

/// Switches the light that has measured.
#[derive(Debug)]
pub struct City {
    client: city::Client,
}

impl City {
    /// A city that gives its commands by `client`.
    pub fn new(client: city::Client) -> Self {
        Self { client }
    }
}

impl Receiver for City {
    async fn receive_light_measurement(
        &self,
        measured: WithHeaders<LightMeasuredPayload, LightMeasuredHeaders>,
        context: &Context,
    ) -> Outcome {
        // The topic says which light it was.
        let streetlight_id = context.parameters().streetlight_id.clone();
        let sent_at = Some(DateTime::now_utc());
        let command = |command| TurnOnOffPayload { command: Some(command), sent_at }.into();
        match measured.lumens {
            None => {}
            Some(lumens) if lumens < DARK => {
                let on = city::light_turn_on::Parameters { streetlight_id: streetlight_id.clone() };
                self.client.light_turn_on(on).turn_on(&command(TurnOnOffPayloadCommand::On)).await?;
                let percentage = Some(if lumens < VERY_DARK { 100 } else { 60 });
                let dim = city::lights_dim::Parameters { streetlight_id };
                self.client.lights_dim(dim).dim_light(&DimLightPayload { percentage, sent_at }.into()).await?;
            }
            Some(_) => {
                let off = city::light_turn_off::Parameters { streetlight_id };
                self.client.light_turn_off(off).turn_off(&command(TurnOnOffPayloadCommand::Off)).await?;
            }
        }
        Ok(())
    }
}
