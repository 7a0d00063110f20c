// Calls whose server goes away.

import { see_each_other, small_browser, two_in_a_call } from './call.mjs';
import { watch_pictures } from './picture_watch.mjs';

// What everybody is told meanwhile.
export const offline_words = /still connected to everyone|server does not answer/i;

// Browsers complain of sockets that they cannot open; these people may.
export function may_lose_the_server(people) {
    for (const person of people) person.forgive(/WebSocket|ERR_CONNECTION/);
}

// Ann and Ben in a call, with their pictures watched, and a server that they may lose; see two_in_a_call for what it gives.
export async function a_watched_call(world) {
    const browser = await small_browser(world);
    const call = await two_in_a_call(world, { browser });
    await see_each_other(call.ann, call.ben);
    may_lose_the_server([call.ann, call.ben]);
    await watch_pictures([call.ann, call.ben]);
    return call;
}

export async function are_told_that_it_is_away(people) {
    await Promise.all(people.map((person) => person.see_text(offline_words)));
}

export async function are_back_online(people, patience_ms) {
    await Promise.all(people.map((person) => person.see_no_message(offline_words, patience_ms)));
}
