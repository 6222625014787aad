package org.comity.registry.planted;

/** Stands for a class of another service. */
public final class OfRegistry {}
