import "./compatibility-b_LVe9Mu.js";
export {};
