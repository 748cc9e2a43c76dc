import '@shoelace-style/shoelace/dist/components/range/range.js';

document.body.append(Object.assign(document.createElement('sl-range'), { label: 'Objective', value: 50 }));
