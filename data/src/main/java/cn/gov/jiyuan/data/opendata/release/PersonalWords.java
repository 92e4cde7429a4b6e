package cn.gov.jiyuan.data.opendata.release;

/** Whether the title of a field says that it tells who somebody is. */
public final class PersonalWords {
    private PersonalWords() {}

    public static boolean identify(String title) {
        return Words.IDENTIFIER.matcher(title).find()
                || Words.CONTACT.matcher(title).find();
    }
}
