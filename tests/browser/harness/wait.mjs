// Waiting is always for a condition, never for an amount of time.

const poll_interval_ms = 40;
export const patience_ms = 15_000;

export function pause(duration_ms) {
    return new Promise((resolve) => setTimeout(resolve, duration_ms));
}

// Polls `condition` until it gives something truthy, and gives that back. `what` completes "waited for ...".
export async function wait_for(what, condition, deadline_ms = patience_ms) {
    const end = Date.now() + deadline_ms;
    let last_error;
    for (;;) {
        try {
            const value = await condition();
            if (value) return value;
            last_error = undefined;
        } catch (error) {
            last_error = error;
        }
        if (Date.now() > end) {
            throw new Error(`waited ${deadline_ms} ms for ${what}`, { cause: last_error });
        }
        await pause(poll_interval_ms);
    }
}
