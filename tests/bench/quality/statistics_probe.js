// Runs in the page before its own scripts: notes how long each task of the page took that asked for statistics, and each
// that was given some. What the browser itself does between the two is not counted.
(() => {
    window.probes.statistics = { asked_ms: [], heard_ms: [] };
    let asks = false;
    const get = RTCPeerConnection.prototype.getStats;
    RTCPeerConnection.prototype.getStats = function (...values) {
        asks = true;
        const answer = get.apply(this, values);
        answer.then = function (hear, fail) {
            const timed = hear && ((report) => {
                const began_ms = performance.now();
                const result = hear(report);
                window.probes.statistics.heard_ms.push(performance.now() - began_ms);
                return result;
            });
            return Promise.prototype.then.call(this, timed, fail);
        };
        return answer;
    };
    const set_timeout = window.setTimeout;
    window.setTimeout = (callee, ...more) => set_timeout((...values) => {
        asks = false;
        const began_ms = performance.now();
        callee(...values);
        if (asks) window.probes.statistics.asked_ms.push(performance.now() - began_ms);
    }, ...more);
})();
