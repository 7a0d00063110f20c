// Who presents a screen, and what it is that they present.

import { Devices } from './chromium.mjs';
import { start_display } from './display.mjs';

const film_title = 'Film';
const film = `<!doctype html><title>${film_title}</title><body><script>
    setInterval(() => { document.body.style.background = 'hsl(' + (performance.now() / 5) % 360 + ' 80% 50%)'; }, 40);
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 440 });
    tone.connect(context.destination);
    tone.start();
</script>`;

// Runs in the page before its own scripts: notes what was captured to be presented.
export const presenter_probe = `
    window.probes.screen_tracks = [];
    const present = navigator.mediaDevices?.getDisplayMedia?.bind(navigator.mediaDevices);
    if (present) navigator.mediaDevices.getDisplayMedia = async (...options) => {
        const stream = await present(...options);
        window.probes.screen_tracks.push(...stream.getTracks());
        return stream;
    };`;

// The <video> that shows the screen of whom `element` shows.
export const screen_of = (element) => `${element}/screen`;

// The browser of world.browser() gives a screen that it makes up, which moves and sounds as its microphone does. This one
// gives the real tab of `open_film`, as if a person had chosen it.
export async function browser_that_gives_films(world) {
    return world.browser({
        devices: Devices.accepted,
        display: await start_display(),
        flags: [
            `--auto-select-tab-capture-source-by-title=${film_title}`,
            // Devices that are accepted this way open no addresses to the page, and nobody answers for names here.
            '--disable-features=WebRtcHideLocalIpsWithMdns',
        ],
    });
}

// Opens a tab beside that of `person`, whose picture changes and which sounds.
export async function open_film(person) {
    const page = await person.page.browserContext().newPage();
    await page.goto(`data:text/html,${encodeURIComponent(film)}`);
    await person.page.bringToFront();
    return page;
}
