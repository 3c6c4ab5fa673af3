package dev.codemode.jsonschema.internal.document;

/** The documents that the references of a document may lead to. */
public interface RelatedDocuments {
    /**
     * Returns the name of the document that a reference leads to; empty for the document itself.
     *
     * @param from the name of the document with the reference
     * @param reference the reference without its fragment
     * @throws UnreadableException if it leads to none; the message is the end of a sentence
     */
    String resolve(String from, String reference) throws UnreadableException;

    /**
     * Returns the document with a name from {@link #resolve}.
     *
     * @throws UnreadableException if it cannot be read; the message is the end of a sentence
     */
    DocumentTree read(String name) throws UnreadableException;

    /** Returns no documents: every reference stays within the document. */
    static RelatedDocuments none() {
        return new RelatedDocuments() {
            @Override
            public String resolve(String from, String reference) throws UnreadableException {
                throw new UnreadableException("it leads out of the document.");
            }

            @Override
            public DocumentTree read(String name) throws UnreadableException {
                throw new UnreadableException("it leads out of the document.");
            }
        };
    }
}
