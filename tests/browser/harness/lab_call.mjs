// A call of two over a network that can be made bad: Ann, Ben and the server are at a place of their own each.

import { two_in_a_call } from './call.mjs';

// `places` are names of more places, `flags` are the server's. `options` go to both browsers, `person_options` to both
// people; `prepare` is given the lab before anybody comes. Ann and Ben are in the call when it returns, unless `enter` says
// how they get there.
export async function call_in_lab(world, { places = [], flags = [], options = {}, prepare, enter = two_in_a_call, ...more } = {}) {
    const lab = await world.lab(['server', 'ann', 'ben', ...places]);
    await prepare?.(lab);
    const server = await world.server(flags, {}, lab.place('server'));
    const seat = (name) => world.browser({
        video: 'card-160x90.y4m', sound: 'silence.wav', ...options, place: lab.place(name), origin: server.origin,
    });
    const [browser, ben_browser] = await Promise.all([seat('ann'), seat('ben')]);
    const call = await enter(world, { server, browser, ben_browser, ...more });
    // What is lost on the way is what these calls are about.
    for (const person of [call.ann, call.ben]) person.forgive(/WebSocket|ERR_/);
    return { lab, ann_place: lab.place('ann'), ben_place: lab.place('ben'), server_place: lab.place('server'), ...call };
}
