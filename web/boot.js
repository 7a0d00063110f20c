// Starts the page's module, or says in plain words why it can't and what to do about it.

const start_timeout_ms = 20_000;
const current_browsers = 'a current Chrome, Edge, Firefox or Safari';
const boot = document.getElementById('boot');

// What the canvas is made with. The module asks for the canvas' context again and is given this same one.
const context_attributes = { alpha: true, premultipliedAlpha: true, antialias: false, depth: false, stencil: false };

// Each check gives a message when the page can't work here.
const checks = [
    () => window.top !== window && {
        title: 'Parley can’t run inside another page',
        text: 'So that no other site can listen in, calls run only in a tab of their own.',
        action: open_action(),
    },
    () => !window.isSecureContext && {
        title: 'This address is not secure',
        text: `Browsers share camera and microphone only with secure pages. Open https://${location.host} instead`
            + ' or, if Parley runs on this very computer,'
            + ` http://localhost${location.port ? `:${location.port}` : ''}.`,
    },
    () => typeof WebAssembly !== 'object' && {
        title: 'This browser can’t run Parley',
        text: `It has no WebAssembly, or a setting such as Lockdown Mode switches it off. Update it or use ${current_browsers}.`,
    },
    () => typeof RTCPeerConnection !== 'function' && {
        title: 'This browser can’t make calls',
        text: `It has no WebRTC, or a setting or an extension switches it off. Allow it, or use ${current_browsers}.`,
    },
    () => document.getElementById('canvas').getContext('webgl2', context_attributes) === null && {
        title: 'This browser can’t draw Parley',
        text: 'It has no WebGL 2. Switch on hardware acceleration in its settings and start it again,'
            + ` or use ${current_browsers}.`,
    },
];

function open_action() {
    const link = element('a', 'Open in a new tab');
    link.href = location.href;
    link.target = '_blank';
    link.rel = 'noopener';
    return link;
}

function reload_action() {
    const button = element('button', 'Reload');
    button.type = 'button';
    button.addEventListener('click', () => location.reload());
    return button;
}

function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
}

// The first message stays: what follows it is most often its consequence.
function show({ title, text, detail, action = reload_action() }) {
    const earlier = document.querySelector('.boot-message');
    if (earlier) return earlier;
    const message = document.createElement('div');
    message.className = 'boot-message';
    message.setAttribute('role', 'alert');
    const icon = new Image();
    icon.src = '/icon.svg';
    icon.alt = '';
    message.append(icon, element('h1', title), element('p', text));
    if (detail) message.append(element('code', detail));
    message.append(action);
    boot.remove();
    document.body.append(message);
    return message;
}

// Goes away again should the start succeed after all.
function show_delay() {
    show({
        title: 'Parley is taking too long to start',
        text: 'The connection may be slow or broken off. Reload the page to try again.',
    }).classList.add('boot-delay');
}

function show_failure(reason) {
    document.querySelector('.boot-delay')?.remove();
    show({
        title: 'Parley could not start',
        text: 'Something went wrong on this page. Reload it; if that does not help, update your browser.',
        detail: String(reason?.message ?? reason),
    });
}

// After a trap the module must not be entered again, so there is nothing left to go on with.
function show_trap({ error, reason = error }) {
    if (!(reason instanceof WebAssembly.RuntimeError)) return;
    show({ title: 'Parley stopped', text: 'Something went wrong. Reload the page to join again.', detail: reason.message });
}

async function start() {
    const problem = checks.reduce((found, check) => found || check(), false);
    if (problem) return show(problem);

    window.addEventListener('error', show_trap);
    window.addEventListener('unhandledrejection', show_trap);
    const timeout = setTimeout(show_delay, start_timeout_ms);
    try {
        const { default: create_module } = await import('/parley.js');
        // Called here and not by the module itself, whose promise is kept by then: a failure would go unseen.
        (await create_module()).callMain();
        // The first frame is drawn in the next one that the browser shows.
        requestAnimationFrame(() => document.querySelectorAll('#boot, .boot-delay').forEach((shown) => shown.remove()));
    } catch (reason) {
        show_failure(reason);
    } finally {
        clearTimeout(timeout);
    }
}

// While developing: when the server's files change, comes back into the same call.
async function follow_changes() {
    let token = '';
    for (;;) {
        const answer = await fetch(`/dev/changed?since=${encodeURIComponent(token)}`).catch(() => null);
        if (answer?.ok) {
            const latest = (await answer.json()).token;
            if (token && latest !== token) {
                sessionStorage.setItem('parley.rejoin', '1');
                return location.reload();
            }
            token = latest;
        } else {
            await new Promise((resolve) => setTimeout(resolve, 1000));
        }
    }
}

// Another link for the same room, pasted into the address bar, changes only the key: the browser would stay as it is.
window.addEventListener('hashchange', () => location.reload());

start();
if (document.querySelector('meta[name="parley-development"]')) follow_changes();
