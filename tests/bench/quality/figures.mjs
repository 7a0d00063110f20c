// What is made of many measured values.

export function median(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

export function percent(share) { return `${(share * 100).toFixed(1)} %`; }
