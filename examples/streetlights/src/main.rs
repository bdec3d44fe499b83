//! `streetlights` is a city and two of its lights, in memory; `streetlights URL [USER]` is the same at an MQTT broker, as a
//! user whose name is the API key.

use std::error::Error;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::DateTime;
use streetlights::city::LightMeasuredPayload;
use streetlights::{City, city, light};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let hub = Hub::new();
    let url = std::env::args().nth(1);
    let key = std::env::args().nth(2).unwrap_or_else(|| "key".to_owned());
    let of_city = || match &url {
        Some(url) => city::servers::Production::at(url).api_key(key.clone()),
        None => city::servers::Production::memory(&hub).insecure(),
    };
    let of_light = || match &url {
        Some(url) => light::servers::Production::at(url).api_key(key.clone()),
        None => light::servers::Production::memory(&hub).insecure(),
    };

    let city = City::new(city::Client::connect(of_city()).await?);
    let bound = city::Service { lighting_measured: city }.bind(of_city()).await?;
    let handle = bound.handle();
    let serving = tokio::spawn(bound.serve());

    for (id, lumens) in [("elm-street-1", 3), ("harbour-17", 400)] {
        let light = light::Client::connect(of_light()).await?;
        let own = light::light_turn_on::Parameters { streetlight_id: id.to_owned() };
        let mut on = light.light_turn_on(own).subscribe().await?;
        let own = light::light_turn_off::Parameters { streetlight_id: id.to_owned() };
        let mut off = light.light_turn_off(own).subscribe().await?;
        let place = light::lighting_measured::Parameters { streetlight_id: id.to_owned() };
        let measured = LightMeasuredPayload { lumens: Some(lumens), sent_at: Some(DateTime::now_utc()) };
        println!("{id} measures {lumens} lumens");
        light.lighting_measured(place).receive_light_measurement(&measured.into()).await?;
        tokio::select! {
            _ = on.next() => println!("{id} is turned on"),
            _ = off.next() => println!("{id} is turned off"),
        }
        light.close().await;
    }
    handle.shutdown();
    serving.await??;
    Ok(())
}
