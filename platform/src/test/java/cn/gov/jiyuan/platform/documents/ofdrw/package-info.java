/** The independent reader and signer ofdrw, brought to run beside the cryptographic library we use; for tests only. */
@org.jspecify.annotations.NullMarked
package cn.gov.jiyuan.platform.documents.ofdrw;
