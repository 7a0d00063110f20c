// For how long the pictures of others stand still, by the times at which the browser presented each.

// Runs in the page. Follows every <video> that shows somebody else now.
function start_in_page() {
    const shown = [...document.querySelectorAll('video[data-element]')].filter((video) => !video.muted && video.srcObject);
    window.probes.picture_watch = shown.map((video) => {
        const watch = { frames: 0, last_ms: performance.now(), longest_ms: 0 };
        const follow = (_, { presentationTime: at_ms }) => {
            watch.frames++;
            watch.longest_ms = Math.max(watch.longest_ms, at_ms - watch.last_ms);
            watch.last_ms = at_ms;
            video.requestVideoFrameCallback(follow);
        };
        video.requestVideoFrameCallback(follow);
        return watch;
    });
}

// Runs in the page. A picture that stands still now has done so until now.
function read_in_page() {
    const now_ms = performance.now();
    return window.probes.picture_watch.map(({ frames, last_ms, longest_ms }) => ({
        frames, longest_still_ms: Math.max(longest_ms, now_ms - last_ms),
    }));
}

export async function watch_pictures(people) {
    await Promise.all(people.map((person) => person.evaluate(start_in_page)));
}

// The longest time, in ms, for which any watched picture of any of them has stood still since watch_pictures.
export async function longest_still_ms(people) {
    const watches = (await Promise.all(people.map((person) => person.evaluate(read_in_page)))).flat();
    if (watches.length === 0 || watches.some(({ frames }) => frames === 0)) throw new Error('a picture never moved at all');
    return Math.max(...watches.map((watch) => watch.longest_still_ms));
}
