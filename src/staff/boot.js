// Starts the editors' desk.
import start from './staff.js';

start({ module_or_path: 'staff_bg.wasm' });
