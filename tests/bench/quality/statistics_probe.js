// Runs in the page before its own scripts: marks where each task of the page begins and ends that asks for statistics, or
// is given some. What the browser itself does between the two is not counted.
(() => {
    window.probes.statistics_heard = 0;
    let asks = false;
    const get = RTCPeerConnection.prototype.getStats;
    RTCPeerConnection.prototype.getStats = function (...values) {
        asks = true;
        const answer = get.apply(this, values);
        answer.then = function (hear, fail) {
            const marked = hear && ((report) => {
                performance.mark('begins');
                const result = hear(report);
                performance.mark('heard');
                window.probes.statistics_heard++;
                return result;
            });
            return Promise.prototype.then.call(this, marked, fail);
        };
        return answer;
    };
    const set_timeout = window.setTimeout;
    window.setTimeout = (callee, ...more) => set_timeout((...values) => {
        asks = false;
        performance.mark('begins');
        callee(...values);
        performance.mark(asks ? 'asked' : 'other');
    }, ...more);
})();
