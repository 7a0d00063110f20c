import assert from 'node:assert/strict';

import { see_each_other } from './harness/call.mjs';
import { reads, write } from './harness/chat.mjs';
import { call_in_lab } from './harness/lab_call.mjs';

export default {
    'Over a network that loses 5 % and takes 100 ms people see each other and chat arrives': async (world) => {
        const bad_line = (lab) => lab.place('ann').treat('delay_ms=50 loss_percent=5');
        const { ann, ben } = await call_in_lab(world, { prepare: bad_line });
        await see_each_other(ann, ben);
        await write(ann, 'Can you read this?');
        await reads(ben, 'Ann', 'Can you read this?');
        await write(ben, 'Every word.');
        await reads(ann, 'Ben', 'Every word.');
    },
};
