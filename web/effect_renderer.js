// Draws what others see of the camera.
import { Pictures } from '/effect_pictures.js';

const small_by = 4;  // how much smaller pictures are blurred
const scenes = ['dawn', 'lagoon', 'evening', 'studio'];
// How often the blur is drawn over itself, and how far it reaches each time, in pixels of the blurred picture.
const blurs = { 'blur-light': [1], 'blur-strong': [1, 2, 1.5] };

export class Renderer extends Pictures {
    background = null;  // what the texture `other` holds

    // A frame of the camera or a bitmap of one.
    take(frame, width, height) {
        if (this.canvas.width !== width) this.canvas.width = width;
        if (this.canvas.height !== height) this.canvas.height = height;
        this.upload('camera', frame);
    }

    read_small({ width, height, picture }) {
        const { gl } = this;
        this.draw('effect_small', this.target('small', width, height), { camera: 'camera', step: [1 / width, 1 / height] });
        gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, picture());
    }

    take_mask({ width, height, mask }) {
        const { gl } = this;
        gl.bindTexture(gl.TEXTURE_2D, this.texture('found'));
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, mask());
        const target = this.target('mask', this.canvas.width >> 1, this.canvas.height >> 1);
        this.draw('effect_refine', target, { mask: 'found', camera: 'camera', step: [1 / width, 1 / height] });
    }

    // Onto the canvas. `picture`: a bitmap, for the person's own background.
    show(backdrop, picture, gamma, gain) {
        const { width, height } = this.canvas;
        const values = { camera: 'camera', mask: 'mask', behind: 'camera', backdrop: 0, cover: [1, 1], gamma, gain };
        if (blurs[backdrop]) {
            this.blur(blurs[backdrop]);
            Object.assign(values, { behind: 'behind', backdrop: 1 });
        } else if (backdrop !== 'plain') {
            this.fill_background(backdrop, picture);
            const fit = (width / height) / this.background.aspect;
            Object.assign(values, { behind: 'other', backdrop: 2, cover: [Math.min(fit, 1), Math.min(1 / fit, 1)] });
        }
        this.draw('effect_compose', null, values);
    }

    blur(reaches) {
        const width = Math.ceil(this.canvas.width / small_by);
        const height = Math.ceil(this.canvas.height / small_by);
        const behind = this.target('behind', width, height);
        const aside = this.target('aside', width, height);
        this.draw('effect_behind', behind, { camera: 'camera', mask: 'mask' });
        for (const reach of reaches) {
            this.draw('effect_blur', aside, { picture: 'behind', step: [reach / width, 0] });
            this.draw('effect_blur', behind, { picture: 'aside', step: [0, reach / height] });
        }
    }

    fill_background(backdrop, picture) {
        const content = picture ?? backdrop;
        if (this.background?.content === content) return;
        if (picture) {
            delete this.targets.other;
            this.upload('other', picture);
            this.background = { content, aspect: picture.width / picture.height };
        } else {
            const aspect = 16 / 9;
            this.draw('effect_scene', this.target('other', 1280, 720), { scene: scenes.indexOf(backdrop), aspect });
            this.background = { content, aspect };
        }
    }
}
