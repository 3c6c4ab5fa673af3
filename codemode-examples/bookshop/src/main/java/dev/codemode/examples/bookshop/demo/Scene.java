package dev.codemode.examples.bookshop.demo;

/** A part of the demo. */
interface Scene {
    /** Returns what the scene shows. */
    String title();

    /**
     * Shows it.
     *
     * @throws SceneFailedException if a model would not have seen what it should
     */
    void play(Stage stage);
}
