// The chat, as people use it.

import { wait_for } from './wait.mjs';

export async function open_chat(person) {
    if (!(await person.shows('textbox', 'Message'))) await person.click_button('Chat');
    await person.see('textbox', 'Message');
}

export async function write(person, text) {
    await open_chat(person);
    await person.type('Message', text);
    await person.click_button('Send');
}

// What stands in the list of messages, as [who, what] in the order of reading.
export async function messages(person) {
    await open_chat(person);
    const texts = await person.texts_of('listitem');
    return texts.map((text) => {
        const [, who, what] = /^(.*) at \d\d:\d\d: (.*)$/s.exec(text) ?? [];
        return [who, what];
    });
}

// Waits until `person` reads exactly these messages, given as [who, what], in this order.
export function reads_exactly(person, expected) {
    const wanted = JSON.stringify(expected);
    let last;
    return wait_for(`the chat to say ${wanted}`, async () => {
        last = JSON.stringify(await messages(person));
        return last === wanted;
    }).catch((error) => { throw new Error(`${error.message}, which says ${last}`, { cause: error }); });
}

// Waits until `name` has written `text`, whatever else there is to read.
export function reads(person, name, text) {
    return wait_for(`"${text}" from ${name}`, async () => (await messages(person))
        .some(([who, what]) => who === name && what === text));
}
