package cn.gov.jiyuan.platform.portal;

import java.util.List;
import java.util.Map;

/**
 * What somebody sent with a form that was not carried out (暂存的表单).
 *
 * @param page path of the page with the form, with its query
 * @param target path to which the form was sent
 * @param fields the typed fields by name, without passwords and tokens
 * @param files names of the files that were sent along; their content is not kept
 */
public record KeptForm(String page, String target, Map<String, List<String>> fields, List<String> files) {
    public KeptForm {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }
}
