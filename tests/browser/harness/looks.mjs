// What a person has set for all pages: a light or a dark scheme, or colours that their system forces upon everything.

const features = {
    light: [{ name: 'prefers-color-scheme', value: 'light' }],
    dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
    forced: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }],
};

export const looks = Object.keys(features);

// Through Chromium's own protocol, because puppeteer knows nothing of forced colours.
export function set_look(person, look) {
    return person.session.send('Emulation.setEmulatedMedia', { features: features[look] });
}

export function reset_look(person) {
    return person.session.send('Emulation.setEmulatedMedia', { features: [] });
}
