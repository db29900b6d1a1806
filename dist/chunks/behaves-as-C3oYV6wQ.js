import "./compatibility-T0dhVuAe.js";
export {};
